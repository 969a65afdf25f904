package io.ressenti.scoring.scores;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.rollup.Rollup;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement that adds up sums for a query. Each stretch of the window is read from the longest spans that sums are kept for:
 * months and days from the roll-ups, and from what has not been folded into them yet; hours from the finest sums; the ragged ends
 * signal by signal. Conditions are written out only where there are any, so that PostgreSQL sees plain ranges.
 */
final class SumsStatement {

    static final String BUCKET = "bucket";

    private static final String PART = """
            SELECT %s, n, sum, squares, favourable, unfavourable FROM %s
            WHERE brand = $1 AND series = ANY ($2) AND %s
            """;

    private static final String SIGNALS = """
            (SELECT brand, of AS series, occurred_at, touchpoint, stage, channel, coalesce(partner, '') AS partner, 1 AS n,
                x AS sum, x * x AS squares, good::int AS favourable, bad::int AS unfavourable
            FROM signal, LATERAL (VALUES
                (series, value, false, dissatisfied),
                (rating_series, rating, favourable, unfavourable)) AS number (of, x, good, bad)) AS single""";

    /** Rows are in the order of their code points, whatever the database's language. */
    private static final String SUMS = """
            SELECT %1$s, sum(n)::bigint AS n, sum(sum) AS sum, sum(squares) AS squares,
                sum(favourable)::bigint AS favourable, sum(unfavourable)::bigint AS unfavourable
            FROM (%2$s) AS part
            GROUP BY %1$s HAVING sum(n) > 0
            ORDER BY %3$s LIMIT %4$s
            """;

    private final ScoreQuery query;
    private final Optional<Rollup> rollup;
    private final Tuple parameters = Tuple.tuple();
    private final String sql;

    SumsStatement(String brand, ScoreQuery query, int limit) {
        this.query = query;
        this.rollup = Rollup.of(Stream.concat(query.by().stream(), query.filters().keySet().stream())
                .map(Dimension::code)
                .collect(Collectors.toSet()));
        parameter(brand);
        parameter(query.series().stream().map(Series::code).toArray(String[]::new));
        this.sql = write(limit);
    }

    String sql() {
        return sql;
    }

    Tuple parameters() {
        return parameters;
    }

    private String write(int limit) {
        var dimensions = query.by().stream().map(Dimension::code).toList();
        var order = dimensions.stream().map(dimension -> dimension + " COLLATE \"C\"");
        return SUMS.formatted(
                list(dimensions.stream(), BUCKET),
                String.join("UNION ALL\n", parts()),
                list(order, BUCKET),
                parameter(limit));
    }

    private List<String> parts() {
        var stretches = query.window().stretches(longest());
        var parts = stretches.stream().map(this::part).collect(Collectors.toList());
        var rolledUp = stretches.stream().filter(Stretch::rolledUp).toList();
        if (!rolledUp.isEmpty()) {
            // They lie side by side: what has not been folded yet belongs to one of them.
            var all = new Stretch(
                    Resolution.HOUR,
                    rolledUp.getFirst().from(),
                    rolledUp.getLast().to());
            parts.add(part(all, "metric_change", "hour"));
        }
        return parts;
    }

    /** The longest spans that fit into the query's: a week is not made of months. */
    private Resolution longest() {
        if (rollup.isEmpty()) {
            return Resolution.HOUR;
        }
        return switch (query.bucket().orElse(Bucket.MONTH)) {
            case HOUR -> Resolution.HOUR;
            case DAY, WEEK -> Resolution.DAY;
            case MONTH -> Resolution.MONTH;
        };
    }

    private String part(Stretch stretch) {
        return switch (stretch.resolution()) {
            case MONTH, DAY -> part(stretch, "metric_rollup", "start") + rollupOf(stretch.resolution());
            case HOUR -> part(stretch, "metric_sum", "hour");
            case SIGNAL -> part(stretch, SIGNALS, "occurred_at");
        };
    }

    private String rollupOf(Resolution span) {
        return " AND dimensions = '%s' AND span = '%s'\n".formatted(rollup.orElseThrow(), span);
    }

    private String part(Stretch stretch, String source, String time) {
        var columns = list(query.by().stream().map(Dimension::code), bucket(stretch.resolution(), time));
        return PART.formatted(columns, source, conditions(stretch, time));
    }

    private String bucket(Resolution resolution, String time) {
        return query.bucket()
                        .map(bucket -> bucket.name().equals(resolution.name())
                                ? time
                                : "date_trunc('%s', %s, 'UTC')".formatted(bucket.code(), time))
                        .orElse("NULL::timestamptz")
                + " AS " + BUCKET;
    }

    private String conditions(Stretch stretch, String time) {
        var window = Stream.of(time + " >= " + parameter(stretch.from()), time + " < " + parameter(stretch.to()));
        var filters = query.filters().entrySet().stream()
                .map(filter -> filter.getKey().code() + " = " + parameter(filter.getValue()));
        return Stream.concat(window, filters).collect(Collectors.joining(" AND "));
    }

    /** Adds a parameter; gives what stands for it. */
    private String parameter(Object value) {
        parameters.addValue(value instanceof Instant time ? Columns.atUtc(time) : value);
        return "$" + parameters.size();
    }

    private static String list(Stream<String> columns, String last) {
        return Stream.concat(columns, Stream.of(last)).collect(Collectors.joining(", "));
    }
}
