package io.ressenti.scoring.rollup;

/** The numbers that a signal goes into sums with, for all statements that add signals or changes of them up. */
public final class Numbers {

    /**
     * What follows {@code LATERAL} behind a table of signals or of changes: a row for each series that the signal counts in, with
     * {@code of}, {@code x}, {@code good} and {@code bad}; {@code of} is null where the signal holds no rating.
     */
    public static final String OF_SIGNAL = """
            (VALUES (series, value, false, dissatisfied), (rating_series, rating, favourable, unfavourable))
                AS number (of, x, good, bad)""";

    private Numbers() {}
}
