package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.ressenti.platform.privacy.Pseudonym;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Where everything that was not taken in is kept. */
@ApplicationScoped
public class RejectedStore {

    /**
     * What comes again after somebody dealt with it is open again. What came before that is only a record that Kafka delivers a
     * second time.
     */
    private static final String ADD = """
            INSERT INTO rejected AS known (brand, id, origin, state, reason, detail, errors, source, event_id, event, topic,
                                           service, record_key, headers, first_at, last_at, times, customers)
            SELECT brand, id, origin, 'OPEN', reason, detail, errors::json, source, event_id, event, topic,
                   service, record_key, headers::json, first_at, last_at, times,
                   array_remove(ARRAY[customer], NULL)
            FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                        $9::bytea[], $10::text[], $11::text[], $12::bytea[], $13::text[], $14::timestamptz[],
                        $15::timestamptz[], $16::bigint[], $17::uuid[])
                 AS again (brand, id, origin, reason, detail, errors, source, event_id, event, topic, service, record_key,
                           headers, first_at, last_at, times, customer)
            ON CONFLICT (brand, id) DO UPDATE SET
                times = known.times + excluded.times,
                reason = excluded.reason, detail = excluded.detail, errors = excluded.errors, service = excluded.service,
                first_at = least(known.first_at, excluded.first_at),
                last_at = greatest(known.last_at, excluded.last_at),
                state = CASE WHEN excluded.last_at <= known.changed_at THEN known.state ELSE 'OPEN' END
            """;

    private final ObjectMapper json;
    private final MeterRegistry metrics;

    RejectedStore(ObjectMapper json, MeterRegistry metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Keeps {@code rejections} within the transaction of {@code connection}. One that is there already is counted, and open
     * again where somebody had dealt with it before it came again.
     */
    public Uni<Void> add(SqlClient connection, List<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .preparedQuery(ADD)
                .execute(columns(Repeated.of(rejections)))
                .invoke(() -> rejections.forEach(this::count))
                .replaceWithVoid();
    }

    private Tuple columns(Collection<Repeated> rows) {
        return Columns.of(rows)
                .text(row -> row.last().brand())
                .uuid(row -> row.last().id())
                .name(row -> row.last().origin())
                .text(row -> row.last().reason())
                .text(row -> row.last().detail())
                .text(row -> write(row.last().errors()))
                .text(row -> row.last().source())
                .text(row -> row.last().eventId())
                .bytes(row -> row.last().event())
                .text(inEnvelope(Envelope::topic))
                .text(inEnvelope(Envelope::service))
                .bytes(inEnvelope(Envelope::keyBytes))
                .text(inEnvelope(envelope -> write(envelope.headers())))
                .time(Repeated::firstAt)
                .time(row -> row.last().at())
                .bigint(Repeated::times)
                .uuid(row -> pseudonym(row.last()))
                .toTuple();
    }

    private static UUID pseudonym(Rejection rejection) {
        return rejection
                .customer()
                .map(customer -> Pseudonym.of(rejection.brand(), customer))
                .orElse(null);
    }

    private static <T> Function<Repeated, T> inEnvelope(Function<Envelope, T> value) {
        return row ->
                row.last().envelope() == null ? null : value.apply(row.last().envelope());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a rejection cannot be written as JSON", e);
        }
    }

    private void count(Rejection rejection) {
        metrics.counter(
                        "ressenti.rejected",
                        "origin",
                        rejection.origin().name(),
                        "reason",
                        Reasons.bounded(rejection.reason()))
                .increment();
    }
}
