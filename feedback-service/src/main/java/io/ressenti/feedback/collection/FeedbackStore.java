package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.platform.privacy.Pseudonym;
import io.ressenti.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Stores feedback together with the event that tells of it: both, or neither. */
@ApplicationScoped
class FeedbackStore {

    /**
     * One statement, hence one transaction, for any number of rows. The stage comes from the touchpoint as it is known in this
     * very transaction. Rows go in sorted by key, so that two batches with the same rows never deadlock; of two with the same
     * key in one batch, the first stands. The lock on erased_customer makes an erasure wait for it, so that none is stored past
     * one: see {@link ErasedCustomers}.
     */
    private static final String STORE = """
            WITH given AS (
                SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::timestamptz[], $10::timestamptz[], $11::text[], $12::text[], $13::text[], $14::text[],
                    $15::uuid[])
                WITH ORDINALITY AS given (source, id, customer, journey_id, touchpoint, channel, partner,
                    occurred_at, received_at, comment, language, key, event, hash, position)
            ), void AS (
                SELECT position FROM given
                JOIN erased_customer AS erased ON erased.brand = $1 AND erased.customer = given.hash
                WHERE given.received_at <= erased.erased_at FOR KEY SHARE OF erased
            ), known AS (
                SELECT DISTINCT ON (source, id) given.*, touchpoint.stage,
                    event::jsonb || jsonb_build_object('stage', touchpoint.stage) AS staged_event
                FROM given
                JOIN known_touchpoint AS touchpoint ON touchpoint.brand = $1 AND touchpoint.code = given.touchpoint
                WHERE NOT touchpoint.removed AND position NOT IN (SELECT position FROM void)
                ORDER BY source, id, position
            ), stored AS (
                INSERT INTO feedback (brand, source, id, customer, journey_id, touchpoint, stage, channel, partner,
                    occurred_at, received_at, answers, comment, language)
                SELECT $1, source, id, customer, journey_id, touchpoint, stage, channel, partner,
                    occurred_at, received_at, staged_event -> 'answers', comment, language
                FROM known ORDER BY source, id
                ON CONFLICT DO NOTHING
                RETURNING source, id
            ), announced AS (
                INSERT INTO outbox (topic, key, event_id, type, source, brand, time, payload, trace)
                SELECT $16, key, id, $17, source, $1, occurred_at, staged_event::text, $18
                FROM stored JOIN known USING (source, id) ORDER BY position
            )
            SELECT CASE
                WHEN given.position IN (SELECT position FROM void) THEN 'ERASED'
                WHEN known.position = given.position AND stored.id IS NOT NULL THEN 'CREATED'
                WHEN known.position <= given.position OR EXISTS (
                    SELECT FROM feedback WHERE brand = $1 AND source = given.source AND id = given.id) THEN 'DUPLICATE'
                ELSE 'UNKNOWN_TOUCHPOINT' END AS outcome
            FROM given LEFT JOIN known USING (source, id) LEFT JOIN stored USING (source, id)
            ORDER BY given.position
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Pool pool;
    private final OutboxRelay relay;
    private final FeedbackMetrics metrics;
    private final Traces traces;

    FeedbackStore(Pool pool, OutboxRelay relay, FeedbackMetrics metrics, Traces traces) {
        this.traces = traces;
        this.pool = pool;
        this.relay = relay;
        this.metrics = metrics;
    }

    /**
     * Stores each of {@code feedback} that is not there yet, whose touchpoint is known, and whose customer was not erased since.
     *
     * @param feedback of one brand, without stages
     * @return what became of each, in the same order, once it is committed
     */
    Uni<List<Outcome>> store(String brand, List<FeedbackRecorded> feedback) {
        if (feedback.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return pool.preparedQuery(STORE)
                .execute(parameters(brand, feedback))
                // A database that hangs is as good as away. Should the statement succeed after all, sending again
                // counts once.
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(FeedbackStore::outcomes)
                .invoke(this::announce);
    }

    private void announce(List<Outcome> outcomes) {
        metrics.count(outcomes);
        if (outcomes.contains(Outcome.CREATED)) {
            relay.wake();
        }
    }

    private static List<Outcome> outcomes(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> Outcome.valueOf(row.getString("outcome")))
                .toList();
    }

    private Tuple parameters(String brand, List<FeedbackRecorded> feedback) {
        return Tuple.tuple()
                .addString(brand)
                .addArrayOfString(texts(feedback, FeedbackRecorded::source))
                .addArrayOfString(texts(feedback, FeedbackRecorded::id))
                .addArrayOfString(texts(feedback, FeedbackRecorded::customer))
                .addArrayOfString(texts(feedback, FeedbackRecorded::journeyId))
                .addArrayOfString(texts(feedback, FeedbackRecorded::touchpoint))
                .addArrayOfString(texts(feedback, FeedbackRecorded::channel))
                .addArrayOfString(texts(feedback, FeedbackRecorded::partner))
                .addArrayOfOffsetDateTime(times(feedback, FeedbackRecorded::occurredAt))
                .addArrayOfOffsetDateTime(times(feedback, FeedbackRecorded::receivedAt))
                .addArrayOfString(texts(feedback, FeedbackRecorded::comment))
                .addArrayOfString(texts(feedback, FeedbackRecorded::language))
                .addArrayOfString(texts(feedback, EventCodec::keyOf))
                .addArrayOfString(texts(feedback, EventCodec::toJson))
                .addArrayOfUUID(feedback.stream()
                        .map(one -> Pseudonym.of(brand, one.customer()))
                        .toArray(UUID[]::new))
                .addString(Topics.FEEDBACK)
                .addString(EventCodec.typeOf(FeedbackRecorded.class))
                .addString(traces.create(Topics.FEEDBACK, null));
    }

    private static String[] texts(List<FeedbackRecorded> feedback, Function<FeedbackRecorded, String> field) {
        return feedback.stream().map(field).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<FeedbackRecorded> feedback, Function<FeedbackRecorded, Instant> field) {
        return feedback.stream()
                .map(one -> field.apply(one).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
