package io.ressenti.scoring.model;

import io.ressenti.contracts.Band;

/** What was last told of a customer's score. */
public record ToldScore(double experienced, Band band) {

    /** A change of less is not worth telling. */
    private static final double POINT = 1;

    /** Of a score that there is. */
    static ToldScore of(CustomerScore score) {
        var experienced = score.experienced().orElseThrow();
        return new ToldScore(experienced, Bands.of(experienced, score.bestStated()));
    }

    /** Whether {@code next} is worth telling after this. */
    boolean isOvertakenBy(ToldScore next) {
        return next.band != band || Math.abs(next.experienced - experienced) >= POINT;
    }
}
