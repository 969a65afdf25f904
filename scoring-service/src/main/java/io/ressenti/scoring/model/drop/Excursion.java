package io.ressenti.scoring.model.drop;

import java.time.Instant;

/**
 * What has happened since the statistic was last zero.
 *
 * @param statistic zero while at rest
 * @param since     start of the first bucket after the last zero, which is the likeliest moment of the change; null at rest
 * @param tally     the signals since then
 */
public record Excursion(double statistic, Instant since, Tally tally) {

    static final Excursion REST = new Excursion(0, null, Tally.NONE);

    boolean atRest() {
        return since == null;
    }

    /** The excursion after {@code bucket}, which has led to {@code next}. */
    Excursion after(BucketTally bucket, double next) {
        if (next <= 0) {
            return REST;
        }
        return new Excursion(next, atRest() ? bucket.start() : since, tally.plus(bucket.tally()));
    }
}
