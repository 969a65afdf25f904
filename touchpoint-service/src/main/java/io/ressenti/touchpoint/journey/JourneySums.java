package io.ressenti.touchpoint.journey;

import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.SortedSet;

/** Sums journeys up anew, by the lines that there are: where lines went, or were replaced. */
final class JourneySums {

    /**
     * Makes the rows where there are none yet, and locks them. It is a statement of its own: the next one then sees every line that
     * is in their sums, and whoever adds a line meanwhile adds it to the new sum.
     */
    private static final String LOCK = """
            INSERT INTO journey AS known (brand, journey_id, customer, first_at, last_at,
                                          touchpoints, feedback, failures, broken_promises)
            SELECT brand, journey_id, customer, now(), now(), 0, 0, 0, 0
            FROM unnest($1::text[], $2::text[], $3::text[]) AS due (brand, journey_id, customer)
            ON CONFLICT (brand, journey_id, customer) DO UPDATE SET touchpoints = known.touchpoints
            """;

    private static final String SUM_UP = """
            WITH due AS (
                SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS due (brand, journey_id, customer)
            ), kept AS (
                SELECT brand, journey_id, customer, min(occurred_at) AS first_at, max(occurred_at) AS last_at,
                       count(*) FILTER (WHERE kind = 'TOUCHPOINT') AS touchpoints,
                       count(*) FILTER (WHERE kind = 'FEEDBACK') AS feedback,
                       count(*) FILTER (WHERE failed) AS failures, sum(broken_promises) AS broken_promises
                FROM due JOIN journey_entry USING (brand, journey_id, customer)
                WHERE occurred_at >= $4 GROUP BY brand, journey_id, customer
            ), gone AS (
                DELETE FROM journey USING due LEFT JOIN kept USING (brand, journey_id, customer)
                WHERE journey.brand = due.brand AND journey.journey_id = due.journey_id
                  AND journey.customer = due.customer AND kept.first_at IS NULL
            )
            UPDATE journey SET first_at = kept.first_at, last_at = kept.last_at, touchpoints = kept.touchpoints,
                               feedback = kept.feedback, failures = kept.failures, broken_promises = kept.broken_promises
            FROM kept WHERE journey.brand = kept.brand AND journey.journey_id = kept.journey_id
                        AND journey.customer = kept.customer
            """;

    private JourneySums() {}

    /**
     * Locks {@code due}, sums them up anew and deletes those without a line, within the transaction of {@code connection}.
     *
     * @param due sorted, so that two instances lock in the same order
     */
    static Uni<Void> again(SqlClient connection, SortedSet<JourneyKey> due) {
        if (due.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(LOCK)
                .execute(JourneyKey.columns(due).toTuple())
                .chain(() -> ofLocked(connection, due, Instant.EPOCH));
    }

    /** The same for journeys that the caller has locked, in a statement before this one, and that have no line before {@code since}. */
    static Uni<Void> ofLocked(SqlClient connection, Collection<JourneyKey> due, Instant since) {
        var parameters = JourneyKey.columns(due).toTuple().addOffsetDateTime(Columns.atUtc(since));
        return connection.preparedQuery(SUM_UP).execute(parameters).replaceWithVoid();
    }
}
