package io.ressenti.touchpoint.journey;

import io.ressenti.platform.sql.Columns;
import io.ressenti.touchpoint.journey.RetentionRepository.Limit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Deletes what is too old, a part at a time: each call is one short transaction, and says how much it found. */
@ApplicationScoped
class TrimTable {

    /** A call that found this much may have left some. */
    static final int PART = 5000;

    private static final String FORGET_IDS = """
            DELETE FROM seen_event WHERE ctid = ANY (ARRAY(SELECT ctid FROM seen_event WHERE seen_at < $1 LIMIT $2))
            """;

    private static final String DROP_MONTH = "SELECT drop_journey_month($1) AS dropped";

    /** The bounds stand outside as well: only the months before them are looked at. */
    private static final String DELETE_LINES = """
            DELETE FROM journey_entry WHERE brand = $1 AND occurred_at < $2
              AND (customer, occurred_at, kind, source, id) IN (
                  SELECT customer, occurred_at, kind, source, id FROM journey_entry
                  WHERE brand = $1 AND occurred_at < $2 LIMIT $3)
            """;

    private static final String LOCK_JOURNEYS = """
            SELECT journey_id, customer FROM journey WHERE brand = $1 AND first_at < $2 LIMIT $3 FOR UPDATE SKIP LOCKED
            """;

    private static final String SUM_UP_AGAIN = """
            WITH due AS (
                SELECT * FROM unnest($3::text[], $4::text[]) AS due (journey_id, customer)
            ), kept AS (
                SELECT journey_id, customer, min(occurred_at) AS first_at, max(occurred_at) AS last_at,
                       count(*) FILTER (WHERE kind = 'TOUCHPOINT') AS touchpoints,
                       count(*) FILTER (WHERE kind = 'FEEDBACK') AS feedback,
                       count(*) FILTER (WHERE failed) AS failures, sum(broken_promises) AS broken_promises
                FROM due JOIN journey_entry USING (journey_id, customer)
                WHERE brand = $1 AND occurred_at >= $2 GROUP BY journey_id, customer
            ), gone AS (
                DELETE FROM journey USING due LEFT JOIN kept USING (journey_id, customer)
                WHERE journey.brand = $1 AND journey.journey_id = due.journey_id AND journey.customer = due.customer
                  AND kept.first_at IS NULL
            )
            UPDATE journey SET first_at = kept.first_at, last_at = kept.last_at, touchpoints = kept.touchpoints,
                               feedback = kept.feedback, failures = kept.failures, broken_promises = kept.broken_promises
            FROM kept WHERE journey.brand = $1 AND journey.journey_id = kept.journey_id
                        AND journey.customer = kept.customer
            """;

    /** A journey of a customer. */
    private record Due(String journeyId, String customer) {}

    private final Pool pool;

    TrimTable(Pool pool) {
        this.pool = pool;
    }

    /** Forgets ids that first came before {@code since}. */
    Uni<Integer> forgetIds(OffsetDateTime since) {
        return pool.preparedQuery(FORGET_IDS).execute(Tuple.of(since, PART)).map(rows -> rows.rowCount());
    }

    /** Drops a month in which nobody keeps anything; brands that say nothing keep what is younger than {@code since}. */
    Uni<Boolean> dropMonth(OffsetDateTime since) {
        return pool.preparedQuery(DROP_MONTH)
                .execute(Tuple.of(since))
                .map(rows -> rows.iterator().next().getBoolean("dropped"));
    }

    /** Deletes lines of a brand. */
    Uni<Integer> deleteLines(Limit limit) {
        return pool.preparedQuery(DELETE_LINES)
                .execute(Tuple.of(limit.brand(), limit.keptSince(), PART))
                .map(rows -> rows.rowCount());
    }

    /**
     * Sums up anew the journeys that began too early, by the lines that stay; deletes those without any. They are locked first:
     * whoever adds a line to one meanwhile adds it to the new sum.
     */
    Uni<Integer> sumUpAgain(Limit limit) {
        return pool.withTransaction(connection -> lockJourneys(connection, limit)
                .call(due -> sumUpAgain(connection, limit, due))
                .map(List::size));
    }

    private static Uni<List<Due>> lockJourneys(SqlConnection connection, Limit limit) {
        return connection
                .preparedQuery(LOCK_JOURNEYS)
                .execute(Tuple.of(limit.brand(), limit.keptSince(), PART))
                .map(rows -> {
                    List<Due> due = new ArrayList<>();
                    rows.forEach(row -> due.add(new Due(row.getString("journey_id"), row.getString("customer"))));
                    return due;
                });
    }

    private static Uni<Void> sumUpAgain(SqlConnection connection, Limit limit, List<Due> due) {
        var columns = Columns.of(due).text(Due::journeyId).text(Due::customer).toTuple();
        var parameters = Tuple.of(limit.brand(), limit.keptSince(), columns.getValue(0), columns.getValue(1));
        return connection.preparedQuery(SUM_UP_AGAIN).execute(parameters).replaceWithVoid();
    }
}
