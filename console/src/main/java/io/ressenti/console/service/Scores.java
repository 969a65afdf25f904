package io.ressenti.console.service;

import java.util.List;

/** A metric's rows. */
public record Scores(String metric, List<Row> rows) {

    public Scores {
        rows = rows == null ? List.of() : List.copyOf(rows);
    }

    /**
     * One touchpoint's value, or the brand's where {@code touchpoint} is null.
     *
     * @param value null where nothing was answered
     * @param low   lower end of the 95 % interval
     * @param high  upper end of the 95 % interval
     * @param mean  the mean on the answers' own scale; null where the metric has none
     */
    public record Row(String touchpoint, long n, Double value, Double low, Double high, Double mean) {}
}
