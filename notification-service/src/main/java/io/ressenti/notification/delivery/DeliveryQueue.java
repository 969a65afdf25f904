package io.ressenti.notification.delivery;

import io.ressenti.contracts.AlertChange;
import io.ressenti.notification.receiver.Receiver;
import io.ressenti.notification.receiver.ReceiverKind;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The receivers' queues. An instance reserves a whole queue for a while (a lease, no transaction stays open), so that a receiver
 * is told in order, and by one instance at a time.
 */
@ApplicationScoped
public class DeliveryQueue {

    /** The lock keeps a receiver that is being deleted from getting a delivery that would outlive it. */
    private static final String ENQUEUE = """
            INSERT INTO delivery (brand, receiver, seq)
            SELECT receiver.brand, receiver.name, told.seq
            FROM unnest($1::text[], $2::bigint[], $3::text[]) AS told (brand, seq, kind)
            JOIN receiver ON receiver.brand = told.brand AND receiver.kind = told.kind
            FOR KEY SHARE OF receiver
            """;

    private static final String RESERVE = """
            UPDATE receiver SET leased_until = now() + $2 * interval '1 millisecond'
            WHERE (brand, name) IN (
                SELECT r.brand, r.name
                FROM receiver r CROSS JOIN LATERAL (
                    SELECT next_attempt_at FROM delivery d
                    WHERE d.brand = r.brand AND d.receiver = r.name AND d.state = 'PENDING' ORDER BY d.seq LIMIT 1) head
                WHERE r.kind = $3 AND r.leased_until <= now() AND head.next_attempt_at <= now()
                ORDER BY head.next_attempt_at
                LIMIT $1
                FOR NO KEY UPDATE OF r SKIP LOCKED)
            RETURNING brand, name
            """;

    private static final String NEXT = """
            WITH renewed AS (
                UPDATE receiver SET leased_until = now() + $3 * interval '1 millisecond'
                WHERE brand = $1 AND name = $2
                RETURNING %s),
            head AS (
                SELECT seq, attempts, next_attempt_at FROM delivery
                WHERE brand = $1 AND receiver = $2 AND state = 'PENDING' ORDER BY seq LIMIT 1)
            SELECT renewed.*, head.seq, head.attempts, c.change, c.at, c.alert::text AS alert_text, c.trace
            FROM renewed CROSS JOIN head JOIN alert_change c ON c.brand = renewed.brand AND c.seq = head.seq
            WHERE head.next_attempt_at <= now()
            """.formatted(Receiver.COLUMNS);

    private static final String RELEASE = "UPDATE receiver SET leased_until = now() WHERE brand = $1 AND name = $2";

    private static final String DELIVERED = """
            UPDATE delivery SET state = 'DELIVERED', attempts = attempts + 1, last_error = NULL, updated_at = now()
            WHERE brand = $1 AND receiver = $2 AND seq = $3
            """;

    private static final String FAILED = """
            UPDATE delivery SET attempts = attempts + 1, last_error = $4, updated_at = now(),
                next_attempt_at = now() + $5 * interval '1 millisecond'
            WHERE brand = $1 AND receiver = $2 AND seq = $3
            """;

    private static final String DEAD = """
            UPDATE delivery SET state = 'DEAD', attempts = attempts + 1, last_error = $4, updated_at = now()
            WHERE brand = $1 AND receiver = $2 AND seq = $3
            """;

    /** A change of one of a brand's alerts, by its number. */
    public record Numbered(String brand, long seq, AlertChange change) {}

    /** A kind of receiver that is told of a change. */
    private record Told(Numbered change, ReceiverKind kind) {}

    /** Names a receiver's queue. */
    record Key(String brand, String receiver) {}

    private final Pool pool;
    private final Duration lease;

    DeliveryQueue(Pool pool, DeliveryConfig config) {
        this.pool = pool;
        this.lease = config.lease();
    }

    /** Queues changes for those receivers of their brands that are told of them, within the caller's transaction. */
    public Uni<Void> enqueue(SqlClient connection, List<Numbered> changes) {
        var told = changes.stream()
                .flatMap(change -> Arrays.stream(ReceiverKind.values())
                        .filter(kind -> kind.isToldOf(change.change()))
                        .map(kind -> new Told(change, kind)))
                .toList();
        var rows = Columns.of(told)
                .text(row -> row.change().brand())
                .bigint(row -> row.change().seq())
                .name(Told::kind)
                .toTuple();
        return connection.preparedQuery(ENQUEUE).execute(rows).replaceWithVoid();
    }

    /** Reserves up to {@code limit} queues of receivers of that kind in which something is due. */
    Uni<List<Key>> reserve(ReceiverKind kind, int limit) {
        return pool.preparedQuery(RESERVE)
                .execute(Tuple.of(limit, lease.toMillis(), kind.name()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Key(row.getString("brand"), row.getString("name")))
                        .toList());
    }

    /** What is due next in a queue that the caller has reserved, and renews the reservation; empty where nothing is. */
    Uni<Optional<Delivery>> next(Key queue) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.of(queue.brand(), queue.receiver(), lease.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(DeliveryQueue::delivery)
                        .findFirst());
    }

    /** Ends the reservation. */
    Uni<Void> release(Key queue) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(queue.brand(), queue.receiver()))
                .replaceWithVoid();
    }

    Uni<Void> delivered(Delivery delivery) {
        return pool.preparedQuery(DELIVERED).execute(key(delivery)).replaceWithVoid();
    }

    /** Has the delivery tried again after {@code wait}. */
    Uni<Void> failed(Delivery delivery, String reason, Duration wait) {
        return pool.preparedQuery(FAILED)
                .execute(key(delivery).addString(reason).addLong(wait.toMillis()))
                .replaceWithVoid();
    }

    /** Gives the delivery up; the next one in the queue is due. */
    Uni<Void> dead(Delivery delivery, String reason) {
        return pool.preparedQuery(DEAD).execute(key(delivery).addString(reason)).replaceWithVoid();
    }

    private static Tuple key(Delivery delivery) {
        var receiver = delivery.receiver();
        return Tuple.of(receiver.brand(), receiver.name(), delivery.seq());
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                Receiver.read(row),
                row.getLong("seq"),
                row.getInteger("attempts"),
                AlertChange.valueOf(row.getString("change")),
                Columns.instant(row, "at"),
                row.getString("alert_text"),
                row.getString("trace"));
    }
}
