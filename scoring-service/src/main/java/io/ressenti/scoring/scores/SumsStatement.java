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
     * Days of a month, or months of a year, as they are kept: two hundred long rows are read faster than many short ones. Some may lie
     * outside of the stretch, and each belongs to some bucket of the query's.
     */
    private static final String PACKED = """
            SELECT %1$s %2$s AS stretch, starts, n%3$s
            FROM metric_series WHERE %4$s
            """;

    /** All else: a row for each value of the dimensions as well, its buckets in the order of time, some more than once. */
    private static final String LOOSE = """
            SELECT %1$s NULL::integer AS stretch, array_agg(bucket ORDER BY bucket) AS starts, array_agg(n ORDER BY bucket) AS n%5$s
            FROM (SELECT * FROM (%2$s) AS part (%1$s bucket, n, sum, squares, favourable, unfavourable)
                LIMIT %4$s) AS part
            %3$s
            """;

    private final ScoreQuery query;
    private final Optional<Rollup> rollup;
    private final List<Stretch> stretches;
    private final Tuple parameters = Tuple.tuple();
    private final String sql;

    /**
     * @param limit so many sums of what is not packed; one more shows that there are more
     */
    SumsStatement(String brand, ScoreQuery query, int limit) {
        this.query = query;
        this.rollup = Rollup.of(named());
        this.stretches = query.window().stretches(longest());
        parameter(brand);
        parameter(query.series().stream().map(Series::code).toArray(String[]::new));
        this.sql = write(limit + 1);
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

    /** What {@code stretch} in a row is the index of. */
    List<Stretch> stretches() {
        return stretches;
    }

    private String write(int limit) {
        var dimensions = dimensions().map(dimension -> dimension + ", ").collect(Collectors.joining());
        var grouping = query.by().isEmpty() ? "HAVING count(*) > 0" : "GROUP BY " + list();
        var needed = addends("array_agg(%1$s ORDER BY bucket) AS %1$s");
        var loose =
                LOOSE.formatted(dimensions, String.join("UNION ALL\n", parts()), grouping, parameter(limit), needed);
        var packed = IntStream.range(0, stretches.size())
                .filter(index -> stretches.get(index).resolution().packed())
                .mapToObj(index -> packed(dimensions, index));
        return Stream.concat(packed, Stream.of(loose)).collect(Collectors.joining("UNION ALL\n"));
    }

    private String packed(String dimensions, int stretch) {
        return PACKED.formatted(dimensions, stretch, addends("%s"), packedConditions(stretches.get(stretch)));
    }

    /** The columns of sums that are needed: to carry the others takes a third of the time. */
    private String addends(String pattern) {
        return query.addends().stream()
                .map(addend -> ", " + pattern.formatted(addend.code()))
                .collect(Collectors.joining());
    }

    private List<String> parts() {
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
        var which = which(span);
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
                .orElse("'epoch'::timestamptz");
        return ADDED_UP.formatted(list(bucket), conditions(stretch, time) + which, source, positions());
    }

    private String packedConditions(Stretch stretch) {
        var resolution = stretch.resolution();
        var periods = new Stretch(resolution, resolution.period(stretch.from()), stretch.to());
        return conditions(periods, "period") + which(resolution);
    }

    private String which(Resolution span) {
        return " AND dimensions = '%s' AND span = '%s'".formatted(rollup.orElseThrow(), span);
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
