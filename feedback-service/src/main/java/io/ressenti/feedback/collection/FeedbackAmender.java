package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.outbox.Outbox;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.sql.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Amends feedback: the new revision, the one before it in the history, and the event that tells of it in one transaction. The row
 * is locked meanwhile, so that revisions are numbered without gaps and each stands on the one before.
 */
@ApplicationScoped
class FeedbackAmender {

    private static final String AMEND = """
            WITH before AS (
                INSERT INTO feedback_revision (brand, source, id, revision, channel, occurred_at, received_at,
                    answers, comment, language)
                SELECT brand, source, id, revision, channel, occurred_at, coalesce(amended_at, received_at),
                    answers, comment, language
                FROM feedback WHERE brand = $1 AND source = $2 AND id = $3
            )
            UPDATE feedback SET revision = $4, channel = $5, occurred_at = $6, amended_at = $7,
                answers = $8::text::jsonb -> 'answers', comment = $9, language = $10
            WHERE brand = $1 AND source = $2 AND id = $3
            """;

    private final Pool pool;
    private final FeedbackReader reader;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final AmendmentConfig config;

    FeedbackAmender(Pool pool, FeedbackReader reader, Outbox outbox, OutboxRelay relay, AmendmentConfig config) {
        this.pool = pool;
        this.reader = reader;
        this.outbox = outbox;
        this.relay = relay;
        this.config = config;
    }

    /**
     * Amends what stands under the source and id of {@code request}; where it says the same, nothing happens.
     *
     * @param expected whether what stands is what the client wants to amend
     * @param now      when the request was received
     * @return what stands then, committed; fails with a problem: 404 where there is no such feedback, 409 where it is locked,
     *     412 where it is not {@code expected}, 422 where the request breaks a rule
     */
    Uni<FeedbackView> amend(
            String brand, RecordFeedbackRequest request, Predicate<FeedbackView> expected, Instant now) {
        return pool.withTransaction(connection -> reader.lock(connection, brand, request.source(), request.id())
                        .map(found -> found.orElseThrow(Problems::unknownFeedback))
                        .chain(stored -> amend(connection, stored, request, brand, expected, now))
                        .chain(() -> reader.lock(connection, brand, request.source(), request.id())))
                .map(amended -> amended.orElseThrow())
                .invoke(relay::wake);
    }

    private Uni<Void> amend(
            SqlConnection connection,
            FeedbackView stored,
            RecordFeedbackRequest request,
            String brand,
            Predicate<FeedbackView> expected,
            Instant now) {
        var amended = Amendment.of(stored, request, brand, now);
        if (amended.isEmpty()) {
            return Uni.createFrom()
                    .voidItem(); // the same sent again is answered as the first time, whatever If-Match says
        }
        checkExpected(stored, expected);
        checkEditable(stored, now);
        return save(connection, amended.get())
                .chain(() -> outbox.add(connection, Topics.FEEDBACK, List.of(amended.get())));
    }

    private static void checkExpected(FeedbackView stored, Predicate<FeedbackView> expected) {
        if (!expected.test(stored)) {
            throw new ProblemException(Problems.amendedMeanwhile(stored.revision()));
        }
    }

    private void checkEditable(FeedbackView stored, Instant now) {
        var lockedSince = stored.receivedAt().plus(config.editableFor());
        if (now.isAfter(lockedSince)) {
            throw new ProblemException(Problems.locked(lockedSince));
        }
    }

    private static Uni<Void> save(SqlClient connection, FeedbackRecorded amended) {
        var parameters = Tuple.tuple()
                .addString(amended.brand())
                .addString(amended.source())
                .addString(amended.id())
                .addInteger(amended.revision())
                .addString(amended.channel())
                .addOffsetDateTime(Columns.atUtc(amended.occurredAt()))
                .addOffsetDateTime(Columns.atUtc(amended.receivedAt()))
                .addString(EventCodec.toJson(amended))
                .addString(amended.comment())
                .addString(amended.language());
        return connection.preparedQuery(AMEND).execute(parameters).replaceWithVoid();
    }
}
