package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Sums;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Adds up sums for a query. */
@ApplicationScoped
class ScoreRepository {

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

    /** What was read for a query, as it came. */
    record Found(ScoreQuery query, List<Row> rows) {

        /** How many sums were read. */
        long read() {
            return rows.stream()
                    .mapToLong(row -> row.getArrayOfLongs("n").length)
                    .sum();
        }

        /** The groups that hold anything, ordered by dimensions and time. Takes a while where there are very many. */
        List<Group> groups() {
            return rows.stream()
                    .flatMap(row -> ScoreRepository.groups(query, row))
                    .toList();
        }
    }

    /** The sums of a query; no more than {@code limit} are read. */
    Uni<Found> sums(String brand, ScoreQuery query, int limit) {
        var statement = new SumsStatement(brand, query, limit);
        return pool.preparedQuery(statement.sql())
                .execute(statement.parameters())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .map(rows -> new Found(query, rows));
    }

    private static Stream<Group> groups(ScoreQuery query, Row row) {
        var dimensions = dimensions(query, row);
        return byBucket(row).entrySet().stream()
                .filter(bucket -> bucket.getValue().n() > 0)
                .map(bucket -> new Group(dimensions, bucket.getKey(), bucket.getValue()));
    }

    private static Map<String, String> dimensions(ScoreQuery query, Row row) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (var dimension : query.by()) {
            var value = row.getString(dimension.code());
            dimensions.put(dimension.code(), value.isEmpty() ? null : value);
        }
        return dimensions;
    }

    /** Each span once, in order of time. */
    private static SortedMap<OffsetDateTime, Sums> byBucket(Row row) {
        var buckets = row.getArrayOfOffsetDateTimes("bucket");
        var n = row.getArrayOfLongs("n");
        var sum = row.getArrayOfDoubles("sum");
        var squares = row.getArrayOfDoubles("squares");
        var favourable = row.getArrayOfLongs("favourable");
        var unfavourable = row.getArrayOfLongs("unfavourable");
        SortedMap<OffsetDateTime, Sums> byBucket = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        for (int i = 0; i < buckets.length; i++) {
            var sums = new Sums(n[i], sum[i], squares[i], favourable[i], unfavourable[i]);
            byBucket.merge(buckets[i], sums, Sums::plus);
        }
        return byBucket;
    }
}
