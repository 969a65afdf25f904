package io.ressenti.platform.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.platform.async.WakeableTask;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import io.ressenti.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts the outbox's events on Kafka, at least once, right after {@link #wake()} and at every poll. Rows are locked while they
 * travel, so that instances share the work; a row is deleted in the transaction in which Kafka confirmed it.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final String TAKE = """
            SELECT id, topic, key, event_id, type, source, brand, time, payload, trace
            FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
            """;

    private static final String DELETE = "DELETE FROM outbox WHERE id = ANY($1)";

    private final Instance<Pool> pool;
    private final EventPublisher publisher;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final WakeableTask relay = new WakeableTask("outbox", this::relayBatch);
    private long poll;

    OutboxRelay(Instance<Pool> pool, EventPublisher publisher, OutboxConfig config, Vertx vertx) {
        this.pool = pool;
        this.publisher = publisher;
        this.config = config;
        this.vertx = vertx;
    }

    /** Says that events were committed. Returns at once. */
    public void wake() {
        relay.wake();
    }

    void start(@Observes StartupEvent started) {
        poll = vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(poll);
    }

    private Uni<Boolean> relayBatch() {
        return pool.get().withTransaction(connection -> connection
                .preparedQuery(TAKE)
                .execute(Tuple.of(config.batch()))
                .chain(rows -> relay(connection, rows)));
    }

    private Uni<Boolean> relay(SqlConnection connection, RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Uni.createFrom().item(false);
        }
        var records = StreamSupport.stream(rows.spliterator(), false)
                .map(OutboxRelay::toRecord)
                .toList();
        var ids = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("id"))
                .toArray(Long[]::new);
        return publisher
                .forwardAll(records)
                .chain(() ->
                        connection.preparedQuery(DELETE).execute(Tuple.tuple().addArrayOfLong(ids)))
                .replaceWith(ids.length == config.batch());
    }

    private static ProducerRecord<String, byte[]> toRecord(Row row) {
        var headers = EventCodec.headers(
                row.getString("event_id"),
                row.getString("type"),
                row.getString("source"),
                row.getString("brand"),
                row.getOffsetDateTime("time").toInstant().toString());
        Traces.goOn(row.getString("trace"), headers);
        var payload = row.getString("payload");
        return new ProducerRecord<>(
                row.getString("topic"),
                null,
                null,
                row.getString("key"),
                payload == null ? null : payload.getBytes(StandardCharsets.UTF_8),
                headers);
    }
}
