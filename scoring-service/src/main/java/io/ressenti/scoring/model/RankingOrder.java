package io.ressenti.scoring.model;

import java.util.Comparator;
import java.util.Locale;

/**
 * What stands at the top of a ranking. It goes by the end of the interval that speaks least for a place at the top, so that
 * chance cannot win: the best are those that are good at worst, the worst those that are bad at best.
 */
public enum RankingOrder {
    BEST(true, false),
    WORST(false, false),
    MOST_IMPROVED(true, true),
    MOST_WORSENED(false, true);

    private final boolean goodFirst;
    private final boolean ofChanges;

    RankingOrder(boolean goodFirst, boolean ofChanges) {
        this.goodFirst = goodFirst;
        this.ofChanges = ofChanges;
    }

    /** The order's name in the API. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it ranks changes between two windows, not the values of one. */
    public boolean ofChanges() {
        return ofChanges;
    }

    /** The end of the interval that decides. */
    public double bound(Interval interval, boolean higherIsBetter) {
        return highestFirst(higherIsBetter) ? interval.low() : interval.high();
    }

    /** Puts the bound that belongs to the top first. */
    public Comparator<Double> boundsFirst(boolean higherIsBetter) {
        return highestFirst(higherIsBetter) ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private boolean highestFirst(boolean higherIsBetter) {
        return goodFirst == higherIsBetter;
    }
}
