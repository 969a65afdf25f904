package io.ressenti.scoring.scores;

import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.rollup.Numbers;
import io.ressenti.scoring.rollup.Rollup;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The statement that adds up sums for a query. Each stretch of the window is read from the longest spans that sums are kept for:
 * months and days from the roll-ups, hours from the finest sums, and what has not been folded into these yet from the changes; the
 * ragged ends signal by signal. Conditions are written out only where there are any, so that PostgreSQL sees plain ranges.
 */
final class SumsStatement {

    private static final String KEPT = """
            SELECT %s, n, sum, squares, favourable, unfavourable FROM metric_rollup WHERE %s
            """;

    private static final String ADDED_UP = """
            SELECT %1$s, sum(n)::bigint, sum(sum), sum(squares), sum(favourable)::bigint, sum(unfavourable)::bigint
            FROM %3$s WHERE %2$s GROUP BY %4$s
            """;

    private static final String SINGLE = """
            (SELECT brand, of AS series, occurred_at, touchpoint, stage, channel, coalesce(partner, '') AS partner, sign AS n,
                sign * x AS sum, sign * x * x AS squares, sign * good::int AS favourable, sign * bad::int AS unfavourable
            FROM %s, LATERAL %s) AS single""";

    private static final String SIGNALS = single("(SELECT 1 AS sign, * FROM signal) AS counted");

    private static final String CHANGES = single("signal_change");

    /**
     * A row for each value of the dimensions, with arrays over its spans of time: to sort and add up tens of thousands of spans is
     * cheaper in memory than in PostgreSQL, and so are two hundred long rows than many short ones. Spans come in no order, and more
     * than once. Rows are in the order of their code points, whatever the database's language.
     */
    private static final String SUMS = """
            SELECT %1$s array_agg(bucket) AS bucket, array_agg(n) AS n, array_agg(sum) AS sum, array_agg(squares) AS squares,
                array_agg(favourable) AS favourable, array_agg(unfavourable) AS unfavourable
            FROM (SELECT * FROM (%2$s) AS part (%1$s bucket, n, sum, squares, favourable, unfavourable)
                LIMIT %4$s) AS part
            %3$s
            """;

    private final ScoreQuery query;
    private final Optional<Rollup> rollup;
    private final Tuple parameters = Tuple.tuple();
    private final String sql;

    SumsStatement(String brand, ScoreQuery query, int limit) {
        this.query = query;
        this.rollup = Rollup.of(named());
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

    private static String single(String source) {
        return SINGLE.formatted(source, Numbers.OF_SIGNAL);
    }

    private String write(int limit) {
        var dimensions = dimensions().map(dimension -> dimension + ", ").collect(Collectors.joining());
        var order = dimensions().map(dimension -> dimension + " COLLATE \"C\"").collect(Collectors.joining(", "));
        var grouping = order.isEmpty() ? "HAVING count(*) > 0" : "GROUP BY %s ORDER BY %s".formatted(list(), order);
        return SUMS.formatted(dimensions, String.join("UNION ALL\n", parts()), grouping, parameter(limit));
    }

    private List<String> parts() {
        var stretches = query.window().stretches(longest());
        var parts = stretches.stream().map(this::part).collect(Collectors.toList());
        var folded = stretches.stream().filter(Stretch::folded).toList();
        if (!folded.isEmpty()) {
            // They lie side by side: what has not been folded yet belongs to one of them.
            var all = new Stretch(
                    Resolution.HOUR, folded.getFirst().from(), folded.getLast().to());
            parts.add(addedUp(all, CHANGES, "occurred_at"));
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
            case MONTH, DAY -> kept(stretch);
            case HOUR -> addedUp(stretch, "metric_sum", "hour");
            case SIGNAL -> addedUp(stretch, SIGNALS, "occurred_at");
        };
    }

    /** Rows that are the query's own are read as they are. */
    private String kept(Stretch stretch) {
        var span = stretch.resolution();
        var which = " AND dimensions = '%s' AND span = '%s'".formatted(rollup.orElseThrow(), span);
        var sameSpan = query.bucket().filter(bucket -> bucket.name().equals(span.name()));
        return sameSpan.isPresent() && rollup.orElseThrow().isNoFinerThan(named())
                ? KEPT.formatted(list("start"), conditions(stretch, "start") + which)
                : addedUp(stretch, "metric_rollup", "start", which);
    }

    private String addedUp(Stretch stretch, String source, String time) {
        return addedUp(stretch, source, time, "");
    }

    private String addedUp(Stretch stretch, String source, String time, String which) {
        var bucket = query.bucket()
                .map(span -> "date_trunc('%s', %s, 'UTC')".formatted(span.code(), time))
                .orElse("NULL::timestamptz");
        return ADDED_UP.formatted(list(bucket), conditions(stretch, time) + which, source, positions());
    }

    private String positions() {
        return IntStream.rangeClosed(1, query.by().size() + 1)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", "));
    }

    private String conditions(Stretch stretch, String time) {
        var window = Stream.of(
                "brand = $1",
                "series = ANY ($2)",
                time + " >= " + parameter(stretch.from()),
                time + " < " + parameter(stretch.to()));
        var filters = query.filters().entrySet().stream()
                .map(filter -> filter.getKey().code() + " = " + parameter(filter.getValue()));
        return Stream.concat(window, filters).collect(Collectors.joining(" AND "));
    }

    /** Adds a parameter; gives what stands for it. */
    private String parameter(Object value) {
        parameters.addValue(value instanceof Instant time ? Columns.atUtc(time) : value);
        return "$" + parameters.size();
    }

    /** The dimensions that the query speaks of. */
    private Set<String> named() {
        return Stream.concat(query.by().stream(), query.filters().keySet().stream())
                .map(Dimension::code)
                .collect(Collectors.toSet());
    }

    private Stream<String> dimensions() {
        return query.by().stream().map(Dimension::code);
    }

    private String list(String... more) {
        return Stream.concat(dimensions(), Stream.of(more)).collect(Collectors.joining(", "));
    }
}
