package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Series;
import io.ressenti.scoring.model.Sums;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Adds up sums for a query: whole hours from the cube, the ragged ends of the window from the signals themselves. */
@ApplicationScoped
class ScoreRepository {

    /** The first %s are the columns to group by, the second their positions. */
    private static final String SUMS = """
            WITH parts AS (
                SELECT hour AS at, touchpoint, stage, channel, partner, n, sum, squares, favourable, unfavourable
                FROM metric_sum
                WHERE brand = $1 AND series = ANY($2) AND hour >= $4 AND hour < $5
            UNION ALL
                SELECT occurred_at, touchpoint, stage, channel, coalesce(partner, ''), 1, x, x * x, good::int, bad::int
                FROM signal, LATERAL (VALUES
                    (series, value, false, dissatisfied),
                    (rating_series, rating, favourable, unfavourable)) AS number (of, x, good, bad)
                WHERE brand = $1 AND of = ANY($2)
                    AND ((occurred_at >= $3 AND occurred_at < $4) OR (occurred_at >= $5 AND occurred_at < $6))
            )
            SELECT %s, sum(n)::bigint AS n, sum(sum) AS sum, sum(squares) AS squares,
                sum(favourable)::bigint AS favourable, sum(unfavourable)::bigint AS unfavourable
            FROM parts
            WHERE ($7::text IS NULL OR touchpoint = $7) AND ($8::text IS NULL OR stage = $8)
                AND ($9::text IS NULL OR channel = $9) AND ($10::text IS NULL OR partner = $10)
            GROUP BY %s
            ORDER BY %s
            LIMIT $11
            """;

    private static final String BUCKET = "bucket";
    private static final String NO_BUCKET = "NULL::timestamptz AS " + BUCKET;

    private final Pool pool;

    ScoreRepository(Pool pool) {
        this.pool = pool;
    }

    /**
     * Sums of one row of the answer.
     *
     * @param dimensions value of each dimension asked for, in that order; null: no partner
     * @param bucket     start of the span of time; null where none was asked for
     */
    record Group(Map<String, String> dimensions, OffsetDateTime bucket, Sums sums) {}

    /** The groups that hold anything, ordered by dimensions and time; no more than {@code limit}. */
    Uni<List<Group>> sums(String brand, ScoreQuery query, int limit) {
        return pool.preparedQuery(sql(query))
                .execute(parameters(brand, query, limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> group(query, row))
                        .toList());
    }

    private static String sql(ScoreQuery query) {
        var time = query.bucket()
                .map(bucket -> "date_trunc('" + bucket.code() + "', at, 'UTC') AS " + BUCKET)
                .orElse(NO_BUCKET);
        var dimensions = query.by().stream().map(Dimension::code);
        var columns = Stream.concat(dimensions, Stream.of(time)).collect(Collectors.joining(", "));
        var positions = Stream.iterate(1, position -> position + 1)
                .limit(query.by().size() + 1L)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return SUMS.formatted(columns, positions, positions);
    }

    private static Tuple parameters(String brand, ScoreQuery query, int limit) {
        var window = query.window();
        return Tuple.tuple()
                .addString(brand)
                .addArrayOfString(
                        query.metric().series().stream().map(Series::code).toArray(String[]::new))
                .addOffsetDateTime(utc(window.start()))
                .addOffsetDateTime(utc(window.wholeHoursStart()))
                .addOffsetDateTime(utc(window.wholeHoursEnd()))
                .addOffsetDateTime(utc(window.end()))
                .addString(query.filters().get(Dimension.TOUCHPOINT))
                .addString(query.filters().get(Dimension.STAGE))
                .addString(query.filters().get(Dimension.CHANNEL))
                .addString(query.filters().get(Dimension.PARTNER))
                .addInteger(limit);
    }

    private static Group group(ScoreQuery query, Row row) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (var dimension : query.by()) {
            var value = row.getString(dimension.code());
            dimensions.put(dimension.code(), value.isEmpty() ? null : value);
        }
        var sums = new Sums(
                row.getLong("n"),
                row.getDouble("sum"),
                row.getDouble("squares"),
                row.getLong("favourable"),
                row.getLong("unfavourable"));
        return new Group(dimensions, row.getOffsetDateTime(BUCKET), sums);
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
