package io.ressenti.scoring.model.drop;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What is usual of a series: its whole days out of the last 28 that belong to no drop.
 *
 * @param asOf       the day before which these days lie
 * @param days       how many days were looked at, from the first one with a signal; at least 1
 * @param dispersion how much more the days differ than independent signals would make them, φ ≥ 1
 */
public record Baseline(LocalDate asOf, Tally tally, long days, double dispersion) {

    /** How many days before the day in question count. */
    static final int DAYS = 28;

    /** With fewer signals nothing is usual yet. */
    static final int ENOUGH = 100;

    /** Nor is it with fewer days: each day of the week has its own, and how much days differ is known from days only. */
    static final int WEEK = 7;

    /** The 80 % quantile of the standard normal distribution. */
    private static final double Z = 0.8416212335729143;

    /** The baseline at the start of {@code asOf}; empty where {@code days} hold too little for one. */
    static Optional<Baseline> of(LocalDate asOf, List<DayTally> days) {
        var quiet = days.stream().filter(day -> !day.dropped()).toList();
        var tally = quiet.stream().map(DayTally::tally).reduce(Tally.NONE, Tally::plus);
        if (tally.n() < ENOUGH || quiet.size() < WEEK) {
            return Optional.empty();
        }
        var span = ChronoUnit.DAYS.between(days.getFirst().day(), asOf) - (days.size() - quiet.size());
        return Optional.of(new Baseline(asOf, tally, span, dispersion(quiet, smoothed(tally))));
    }

    /** The usual share, with half a pseudo-signal for and against: never 0 and never 1. */
    double share() {
        return smoothed(tally);
    }

    /**
     * A share that the usual one lies below with a probability of 80 % (Wilson's upper bound, of as many signals as are left when
     * the dispersion is allowed for): a share that was underestimated would raise false alarms.
     */
    double cautiousShare() {
        var n = tally.n() / dispersion;
        var zz = Z * Z;
        var share = (double) tally.dissatisfied() / tally.n();
        var centre = share + zz / (2 * n);
        var half = Z * Math.sqrt(share * (1 - share) / n + zz / (4 * n * n));
        return (centre + half) / (1 + zz / n);
    }

    /** Signals a day that are as good as independent. */
    double effectiveRate() {
        return tally.n() / dispersion / days;
    }

    /**
     * Pearson's X² of the days over its degrees of freedom, at least 1. Signals of one event agree with each other, and days
     * have moods; control charts that ignore it cry wolf (D. B. Laney, "Improved Control Charts for Attributes", Quality
     * Engineering 14(4), 2002).
     */
    private static double dispersion(List<DayTally> days, double share) {
        var squares = 0.0;
        for (var day : days) {
            var expected = day.tally().n() * share;
            var off = day.tally().dissatisfied() - expected;
            squares += off * off / (expected * (1 - share));
        }
        return Math.max(1, squares / (days.size() - 1));
    }

    private static double smoothed(Tally tally) {
        return (tally.dissatisfied() + 0.5) / (tally.n() + 1.0);
    }
}
