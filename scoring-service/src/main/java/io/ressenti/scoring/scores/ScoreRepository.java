package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Sums;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** The groups that hold anything, ordered by dimensions and time; no more than {@code limit}. */
    Uni<List<Group>> sums(String brand, ScoreQuery query, int limit) {
        var statement = new SumsStatement(brand, query, limit);
        return pool.preparedQuery(statement.sql())
                .execute(statement.parameters())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> group(query, row))
                        .toList());
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
        return new Group(dimensions, row.getOffsetDateTime(SumsStatement.BUCKET), sums);
    }
}
