package io.ressenti.scoring.upkeep;

import io.ressenti.scoring.rollup.Rollup;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sums over signals that are kept, and how the same sums are worked out from the stored signals: by one plain statement, which
 * shares nothing with the code that keeps them.
 *
 * @param name       the table that they are kept in
 * @param keys       what makes a row unique
 * @param counts     columns that must be equal
 * @param sums       columns that must be equal but for rounding: adding up in another order may change the last digits
 * @param stored     where they stand
 * @param recomputed a SELECT that gives the same columns
 */
record SumTable(
        String name, List<String> keys, List<String> counts, List<String> sums, String stored, String recomputed) {

    private static final List<String> COUNTS = List.of("n", "favourable", "unfavourable");
    private static final List<String> SUMS = List.of("sum", "squares");

    private static final String SIGNALS = "(SELECT 1 AS sign, * FROM signal) AS counted";
    private static final String CHANGES = "signal_change";

    private static final String HOURLY = """
            SELECT brand, of AS series, date_trunc('hour', occurred_at, 'UTC') AS hour, touchpoint, stage, channel,
                coalesce(partner, '') AS partner, sum(sign) AS n, sum(sign * x) AS sum, sum(sign * x * x) AS squares,
                sum(sign * good::int) AS favourable, sum(sign * bad::int) AS unfavourable
            FROM %s, LATERAL (VALUES
                (series, value, false, dissatisfied),
                (rating_series, rating, favourable, unfavourable)) AS number (of, x, good, bad)
            WHERE of IS NOT NULL
            GROUP BY brand, of, 3, touchpoint, stage, channel, 7
            """;

    /** Each hour's sums once for each roll-up that they go into. */
    private static final String ROLLED_UP = """
            SELECT brand, dimensions, span, series, date_trunc(span, hour, 'UTC') AS start,
                CASE WHEN by_touchpoint THEN touchpoint ELSE '' END AS touchpoint,
                CASE WHEN by_stage THEN stage ELSE '' END AS stage,
                CASE WHEN by_channel THEN channel ELSE '' END AS channel,
                CASE WHEN by_partner THEN partner ELSE '' END AS partner,
                n, sum, squares, favourable, unfavourable
            FROM (%s) AS hourly
                CROSS JOIN (VALUES %s) AS rollup (dimensions, by_touchpoint, by_stage, by_channel, by_partner)
                CROSS JOIN (VALUES ('DAY'), ('MONTH')) AS spans (span)
            """;

    private static final String FIVE_MINUTES = """
            SELECT brand, touchpoint, date_bin('5 minutes', occurred_at, 'epoch') AS bucket, channel,
                coalesce(partner, '') AS partner, sum(sign) AS n, sum(sign * dissatisfied::int) AS dissatisfied
            FROM %s
            GROUP BY brand, touchpoint, 3, channel, 5
            """;

    /** What is packed counts with what is not yet; a span that stands in the wrong period is found by nobody who reads. */
    private static final String ROLLED_UP_AND_PACKED = """
            (SELECT * FROM metric_rollup
            UNION ALL
            SELECT brand, dimensions, span, series, start, touchpoint, stage, channel, partner, number.n,
                number.sum, number.squares, number.favourable, number.unfavourable
            FROM metric_series
                CROSS JOIN unnest(starts, n, sum, squares, favourable, unfavourable)
                    AS number (start, n, sum, squares, favourable, unfavourable)
            WHERE date_trunc(CASE span WHEN 'DAY' THEN 'month' ELSE 'year' END, start, 'UTC') = period) AS kept""";

    /** Every table of sums; a new one belongs here. */
    static final List<SumTable> ALL = List.of(
            of(
                    "metric_sum",
                    "metric_sum",
                    List.of("brand", "series", "hour", "touchpoint", "stage", "channel", "partner"),
                    COUNTS,
                    SUMS,
                    HOURLY::formatted),
            of(
                    "metric_rollup",
                    ROLLED_UP_AND_PACKED,
                    List.of(
                            "brand",
                            "dimensions",
                            "span",
                            "series",
                            "start",
                            "touchpoint",
                            "stage",
                            "channel",
                            "partner"),
                    COUNTS,
                    SUMS,
                    source -> rolledUp(HOURLY.formatted(source))),
            of(
                    "five_minute_sum",
                    "five_minute_sum",
                    List.of("brand", "touchpoint", "bucket", "channel", "partner"),
                    List.of("n", "dissatisfied"),
                    List.of(),
                    FIVE_MINUTES::formatted));

    /**
     * What has not been folded into the sums yet is read beside them, and belongs to them here too.
     *
     * @param folded where sums that changes have been folded into stand
     * @param summed a SELECT of sums over the signals or changes that it is given
     */
    private static SumTable of(
            String name,
            String folded,
            List<String> keys,
            List<String> counts,
            List<String> sums,
            UnaryOperator<String> summed) {
        var columns = Stream.of(keys, counts, sums).flatMap(List::stream).collect(Collectors.joining(", "));
        var kept = "SELECT %1$s FROM %2$s UNION ALL SELECT %1$s FROM (%3$s) AS pending"
                .formatted(columns, folded, summed.apply(CHANGES));
        return new SumTable(
                name,
                keys,
                counts,
                sums,
                "(" + addedUp(keys, counts, sums, kept) + ")",
                addedUp(keys, counts, sums, summed.apply(SIGNALS)));
    }

    private static String addedUp(List<String> keys, List<String> counts, List<String> sums, String parts) {
        return "SELECT %s%s%s FROM (%s) AS part GROUP BY %1$s HAVING sum(n) <> 0"
                .formatted(
                        list(keys),
                        each(counts, ", sum(%1$s)::bigint AS %1$s", ""),
                        each(sums, ", sum(%1$s) AS %1$s", ""),
                        parts);
    }

    private static String rolledUp(String hourly) {
        return ROLLED_UP.formatted(
                hourly, Stream.of(Rollup.values()).map(SumTable::row).collect(Collectors.joining(", ")));
    }

    private static String row(Rollup rollup) {
        return Stream.of("touchpoint", "stage", "channel", "partner")
                .map(column -> String.valueOf(rollup.has(column)))
                .collect(Collectors.joining(", ", "('" + rollup + "', ", ")"));
    }

    /**
     * The statement that compares row by row. $1: how far two sums may deviate. $2: how many examples of
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
                stored,
                list(keys),
                object(keys, "%1$s"),
                object(numbers(), "stored_%1$s"),
                object(numbers(), "recomputed_%1$s"));
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

    /**
     * The largest deviation of a row's sums, relative to the sum or to 1, whichever is larger: what remains of a sum from which nearly
     * all has been taken away is made of rounding. 1 where one side is missing.
     */
    private String deviation() {
        return "greatest(0::double precision" + each(sums, """
                        , CASE WHEN stored.%1$s = recomputed.%1$s THEN 0
                        ELSE coalesce(abs(stored.%1$s - recomputed.%1$s)
                            / greatest(abs(stored.%1$s), abs(recomputed.%1$s), 1), 1) END""", "") + ")";
    }

    private static String object(List<String> columns, String value) {
        return "jsonb_build_object(" + each(columns, "'%1$s', " + value, ", ") + ")";
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String each(List<String> columns, String pattern, String separator) {
        UnaryOperator<String> filled = pattern::formatted;
        return columns.stream().map(filled).collect(Collectors.joining(separator));
    }
}
