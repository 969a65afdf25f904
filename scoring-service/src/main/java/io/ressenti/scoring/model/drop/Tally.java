package io.ressenti.scoring.model.drop;

import io.ressenti.contracts.DissatisfiedShare;
import io.ressenti.scoring.model.Interval;

/**
 * How many signals there were, and how many of them were dissatisfied.
 *
 * @param n            never less than {@code dissatisfied}
 * @param dissatisfied never negative
 */
public record Tally(long n, long dissatisfied) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally {
        if (dissatisfied < 0 || dissatisfied > n) {
            throw new IllegalArgumentException(dissatisfied + " dissatisfied of " + n + " signals");
        }
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(n + other.n, dissatisfied + other.dissatisfied);
    }

    /** The dissatisfied share as it is told, in percent with its Wilson interval; there must be a signal. */
    public DissatisfiedShare share() {
        var interval = Interval.wilson(dissatisfied, n).times(100);
        return new DissatisfiedShare(n, 100.0 * dissatisfied / n, interval.low(), interval.high());
    }
}
