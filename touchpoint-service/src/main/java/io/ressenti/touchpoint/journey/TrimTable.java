package io.ressenti.touchpoint.journey;

import io.ressenti.touchpoint.journey.RetentionRepository.Limit;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
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
            SELECT brand, journey_id, customer FROM journey WHERE brand = $1 AND first_at < $2 LIMIT $3 FOR UPDATE SKIP LOCKED
            """;

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
                .call(due ->
                        JourneySums.ofLocked(connection, due, limit.keptSince().toInstant()))
                .map(List::size));
    }

    private static Uni<List<JourneyKey>> lockJourneys(SqlConnection connection, Limit limit) {
        return connection
                .preparedQuery(LOCK_JOURNEYS)
                .execute(Tuple.of(limit.brand(), limit.keptSince(), PART))
                .map(rows -> List.copyOf(JourneyKey.in(rows)));
    }
}
