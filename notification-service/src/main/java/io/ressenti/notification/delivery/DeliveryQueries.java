package io.ressenti.notification.delivery;

import io.ressenti.contracts.AlertChange;
import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Page;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

/** Deliveries for those who look at them. */
@ApplicationScoped
class DeliveryQueries {

    private static final String LIST = """
            SELECT d.seq, c.alert_id, c.change, d.state, d.attempts, d.last_error, d.updated_at,
                CASE d.state WHEN 'PENDING' THEN d.next_attempt_at END AS next_attempt_at
            FROM delivery d JOIN alert_change c ON c.brand = d.brand AND c.seq = d.seq
            WHERE d.brand = $1 AND d.receiver = $2 AND d.seq < $3
            ORDER BY d.seq DESC
            LIMIT $4
            """;

    private final Pool pool;

    DeliveryQueries(Pool pool) {
        this.pool = pool;
    }

    /**
     * The number below which a page begins: that in {@code cursor}, or above all where it is null.
     *
     * @throws ProblemException 422 where the cursor is not one of ours
     */
    static long before(String cursor) {
        try {
            return cursor == null
                    ? Long.MAX_VALUE
                    : Long.parseLong(Cursor.read(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new ProblemException(Problem.invalid(
                    "", "The parameter cursor is not one that this list returned. Leave it out to start anew."));
        }
    }

    /** Deliveries to that receiver of {@code brand}, latest change first; none where there is no such receiver. */
    Uni<Page<DeliveryView>> list(String brand, String receiver, long before, int limit) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(brand, receiver, before, limit + 1)) // one more shows whether another page follows
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryQueries::view)
                        .toList())
                .map(found -> Page.of(found, limit, last -> Cursor.of(Long.toString(last.seq()))));
    }

    private static DeliveryView view(Row row) {
        return new DeliveryView(
                row.getLong("seq"),
                row.getString("alert_id"),
                AlertChange.valueOf(row.getString("change")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInteger("attempts"),
                Columns.instant(row, "next_attempt_at"),
                row.getString("last_error"),
                Columns.instant(row, "updated_at"));
    }
}
