package io.ressenti.scoring.model;

import java.util.Optional;

/** What a metric makes of its sums, on the scale that it is published on: the number, its interval, and what rankings go by. */
public sealed interface Statistic permits Share, Mean, NetPromoters {

    /** k: how many values of the parent's are added in thought where a small sample leans on its parent. */
    double PRIOR_WEIGHT = 10;

    /** The number; {@code sums} hold one value at least. */
    double value(Sums sums);

    /** Its 95 % interval; empty where the sample is too small for one. */
    Optional<Interval> interval(Sums sums);

    /**
     * The interval whose bound a ranking goes by: it must not close up around a small sample, however much its values agree.
     *
     * @param sums   with two values at least
     * @param parent the whole that the sample is a part of
     */
    Interval rankingInterval(Sums sums, Sums parent);

    /**
     * The 95 % interval of the difference between two independent samples, after − before, in points.
     *
     * @param before with two values at least
     * @param after  with two values at least
     * @param parent the whole that the later sample is a part of
     */
    Interval change(Sums before, Sums after, Sums parent);

    /**
     * The value shrunk to the parent's, (k·parent + n·value)/(k + n): the fewer values, the less they are believed (C. Stein's
     * shrinkage in its simplest form; B. Efron, C. Morris, "Stein's Paradox in Statistics", Scientific American 236(5), 1977).
     */
    default double shrunk(Sums sums, Sums parent) {
        return (PRIOR_WEIGHT * value(parent) + sums.n() * value(sums)) / (PRIOR_WEIGHT + sums.n());
    }
}
