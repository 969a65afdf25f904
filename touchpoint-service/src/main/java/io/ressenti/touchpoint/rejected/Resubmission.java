package io.ressenti.touchpoint.rejected;

import io.ressenti.platform.event.EventPublisher;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.touchpoint.ingestion.TouchpointIngestion;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Offers something that was not taken in once more: to ingestion what it refused, to its topic what was set aside there. */
@ApplicationScoped
class Resubmission {

    /** Has ingestion look at an event again, as of when it was received first. */
    private interface Ingest {
        Uni<Verdict> apply(String brand, byte[] event, Instant receivedAt);
    }

    private final TouchpointIngestion ingestion;
    private final EventPublisher publisher;

    Resubmission(TouchpointIngestion ingestion, EventPublisher publisher) {
        this.ingestion = ingestion;
        this.publisher = publisher;
    }

    /** What would be wrong with it now; empty where it would be taken in. Changes nothing. */
    Uni<Optional<Problem>> check(Rejected rejected) {
        return attempt(
                rejected, ingestion::judgeAgain, record -> Uni.createFrom().voidItem());
    }

    /** Has it taken in; completes once Kafka has it, or with what is wrong with it. Once more is safe: it counts once. */
    Uni<Optional<Problem>> send(Rejected rejected) {
        return attempt(rejected, ingestion::ingestAgain, publisher::publish);
    }

    private static Uni<Optional<Problem>> attempt(
            Rejected rejected, Ingest ingest, Function<ProducerRecord<String, byte[]>, Uni<Void>> publish) {
        if (rejected.current() == null) {
            return Uni.createFrom().item(Optional.of(nothingKept()));
        }
        var view = rejected.view();
        return switch (view.origin()) {
            case REQUEST ->
                ingest.apply(view.brand(), rejected.current(), view.firstAt()).map(Resubmission::problemIn);
            case DEAD_LETTER, CONFLICT ->
                Uni.createFrom()
                        .item(() -> DeadLetterReplay.recordOf(rejected))
                        .chain(publish::apply)
                        .replaceWith(Optional.<Problem>empty())
                        .onFailure(ProblemException.class)
                        .recoverWithItem(failure -> Optional.of(((ProblemException) failure).problem()));
        };
    }

    private static Optional<Problem> problemIn(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted ignored -> Optional.empty();
            case Verdict.Rejected refused -> Optional.of(refused.problem());
        };
    }

    private static Problem nothingKept() {
        return Problem.conflict(
                "What came was too large to keep, or empty. Send it again from where it came, or give its text with"
                        + " PUT /api/v1/rejected/ID/event.");
    }
}
