package io.ressenti.scoring.upkeep;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of sums over signals, and how the same sums are worked out from the stored signals: by one plain statement, which
 * shares nothing with the code that keeps them.
 *
 * @param name       the table
 * @param keys       what makes a row unique
 * @param counts     columns that must be equal
 * @param sums       columns that must be equal but for rounding: adding up in another order may change the last digits
 * @param recomputed a SELECT that gives the same columns
 */
record SumTable(String name, List<String> keys, List<String> counts, List<String> sums, String recomputed) {

    /** Every table of sums; a new one belongs here. */
    static final List<SumTable> ALL = List.of(new SumTable(
            "metric_sum",
            List.of("brand", "series", "hour", "touchpoint", "stage", "channel", "partner", "kafka_partition"),
            List.of("n", "favourable", "unfavourable"),
            List.of("sum", "squares"),
            """
            SELECT brand, of AS series, date_trunc('hour', occurred_at, 'UTC') AS hour, touchpoint, stage, channel,
                coalesce(partner, '') AS partner, kafka_partition, count(*) AS n, sum(x) AS sum, sum(x * x) AS squares,
                count(*) FILTER (WHERE good) AS favourable, count(*) FILTER (WHERE bad) AS unfavourable
            FROM signal, LATERAL (VALUES
                (series, value, false, dissatisfied),
                (rating_series, rating, favourable, unfavourable)) AS number (of, x, good, bad)
            WHERE of IS NOT NULL
            GROUP BY brand, of, 3, touchpoint, stage, channel, 7, kafka_partition
            """));

    /**
     * The statement that compares row by row. $1: how far apart two sums may be, relative to the larger. $2: how many examples of
     * differences are wanted. Gives {@code rows}, {@code differences}, {@code deviation} (the largest) and {@code examples}, a
     * JSON array of {key, stored, recomputed}.
     */
    String comparison() {
        var parts = List.of(
                recomputed,
                list(keys),
                each(numbers(), "stored.%1$s AS stored_%1$s, recomputed.%1$s AS recomputed_%1$s", ", "),
                deviation(),
                each(counts, "stored.%1$s IS NOT DISTINCT FROM recomputed.%1$s", " AND "),
                name,
                list(keys),
                object(keys, ""),
                object(numbers(), "stored_"),
                object(numbers(), "recomputed_"));
        return """
                WITH recomputed AS (%s),
                compared AS MATERIALIZED (
                    SELECT %s, %s, %s AS deviation, %s AS same
                    FROM %s AS stored FULL JOIN recomputed USING (%s)
                ),
                different AS (SELECT * FROM compared WHERE NOT same OR deviation > $1),
                example AS (
                    SELECT jsonb_build_object('key', %s, 'stored', %s, 'recomputed', %s) AS found FROM different LIMIT $2
                )
                SELECT count(*) AS rows,
                    (SELECT count(*) FROM different) AS differences,
                    coalesce(max(deviation), 0) AS deviation,
                    (SELECT coalesce(jsonb_agg(found), '[]')::text FROM example) AS examples
                FROM compared
                """.formatted(parts.toArray());
    }

    private List<String> numbers() {
        return Stream.concat(counts.stream(), sums.stream()).toList();
    }

    /** The largest relative deviation of a row's sums; 1 where one side is missing. */
    private String deviation() {
        return "greatest(" + each(sums, """
                        CASE WHEN stored.%1$s = recomputed.%1$s THEN 0
                        ELSE coalesce(abs(stored.%1$s - recomputed.%1$s)
                            / greatest(abs(stored.%1$s), abs(recomputed.%1$s)), 1) END""", ", ") + ")";
    }

    private static String object(List<String> columns, String prefix) {
        return "jsonb_build_object(" + each(columns, "'%1$s', " + prefix + "%1$s", ", ") + ")";
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String each(List<String> columns, String pattern, String separator) {
        UnaryOperator<String> filled = pattern::formatted;
        return columns.stream().map(filled).collect(Collectors.joining(separator));
    }
}
