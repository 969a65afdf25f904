package io.ressenti.platform.outbox;

import io.ressenti.contracts.Event;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

/** Where events wait, in the transaction that caused them, until {@link OutboxRelay} has put them on Kafka. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            INSERT INTO outbox (topic, key, event_id, type, source, brand, time, payload, trace)
            SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::text[],
                $9::text[])
            """;

    private final Traces traces;

    Outbox(Traces traces) {
        this.traces = traces;
    }

    /**
     * Adds events for {@code topic} within the transaction of {@code connection}. Call {@link OutboxRelay#wake()} once it has
     * been committed; without that call they leave at the next poll.
     */
    public Uni<Void> add(SqlClient connection, String topic, List<? extends Event> events) {
        return add(connection, topic, events, Collections.nCopies(events.size(), traces.current()));
    }

    /**
     * The same for events that are parts of different traces.
     *
     * @param traceparents for each event what {@link Traces#create} gave: null where it is not traced
     */
    public Uni<Void> add(SqlClient connection, String topic, List<? extends Event> events, List<String> traceparents) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(INSERT)
                .execute(rows(topic, events, traceparents))
                .replaceWithVoid();
    }

    private static Tuple rows(String topic, List<? extends Event> events, List<String> traceparents) {
        return Tuple.tuple()
                .addString(topic)
                .addArrayOfString(events.stream().map(EventCodec::keyOf).toArray(String[]::new))
                .addArrayOfString(events.stream().map(Event::id).toArray(String[]::new))
                .addArrayOfString(events.stream()
                        .map(event -> EventCodec.typeOf(event.getClass()))
                        .toArray(String[]::new))
                .addArrayOfString(events.stream().map(Event::source).toArray(String[]::new))
                .addArrayOfString(events.stream().map(Event::brand).toArray(String[]::new))
                .addArrayOfOffsetDateTime(events.stream()
                        .map(event -> event.occurredAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(events.stream().map(EventCodec::toJson).toArray(String[]::new))
                .addArrayOfString(traceparents.toArray(String[]::new));
    }
}
