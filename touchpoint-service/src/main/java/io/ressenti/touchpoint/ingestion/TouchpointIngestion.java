package io.ressenti.touchpoint.ingestion;

import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import io.ressenti.touchpoint.catalogue.CatalogueCache;
import io.ressenti.touchpoint.ingestion.model.Answer;
import io.ressenti.touchpoint.ingestion.model.Judge;
import io.ressenti.touchpoint.ingestion.model.Reading;
import io.ressenti.touchpoint.ingestion.model.Rejection;
import io.ressenti.touchpoint.ingestion.model.Submitted;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Takes events in: judges by the catalogue in memory, publishes what was accepted and what was refused. */
@ApplicationScoped
public class TouchpointIngestion {

    private final CatalogueCache catalogues;
    private final EventPublisher publisher;
    private final IngestionMetrics metrics;
    private final TimeConfig time;

    TouchpointIngestion(
            CatalogueCache catalogues, EventPublisher publisher, IngestionMetrics metrics, TimeConfig time) {
        this.catalogues = catalogues;
        this.publisher = publisher;
        this.metrics = metrics;
        this.time = time;
    }

    /**
     * Takes in what of {@code events} can be taken in; the others are kept as rejected.
     *
     * @return the answer to each, in order, once Kafka has all of them; fails where one could not be confirmed. To do all of it
     *     again is safe then
     */
    Uni<List<Answer>> ingest(String brand, List<Submitted> events) {
        var receivedAt = Instant.now();
        return verdicts(brand, events, receivedAt)
                .map(verdicts -> new Publication(records(brand, events, verdicts, receivedAt), answers(verdicts)))
                .chain(this::publish)
                .invoke(metrics::count);
    }

    /** The answer to each of {@code events}, in order, and nothing else. */
    Uni<List<Answer>> judge(String brand, List<Submitted> events) {
        return verdicts(brand, events, Instant.now()).map(TouchpointIngestion::answers);
    }

    /**
     * What is to be said now of an event that was refused before. Changes nothing.
     *
     * @param event      its text, plain or a CloudEvent, repaired or not
     * @param receivedAt when it was received first
     */
    public Uni<Verdict> judgeAgain(String brand, byte[] event, Instant receivedAt) {
        return verdicts(brand, List.of(Submitted.event(event)), receivedAt).map(List::getFirst);
    }

    /**
     * Takes in an event that was refused before, as if it had been right when it was received first.
     *
     * @return the verdict. Accepted: Kafka has it. Rejected: nothing was published, not even that it was refused again
     */
    public Uni<Verdict> ingestAgain(String brand, byte[] event, Instant receivedAt) {
        return judgeAgain(brand, event, receivedAt).call(this::publishAccepted);
    }

    /** What goes to Kafka, and what is answered once it is there; the events themselves are not needed any more. */
    private record Publication(List<ProducerRecord<String, byte[]>> records, List<Answer> answers) {}

    private Uni<List<Answer>> publish(Publication publication) {
        return publisher.publishAll(publication.records()).replaceWith(publication.answers());
    }

    private static List<Answer> answers(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::answer).toList();
    }

    private Uni<Void> publishAccepted(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted accepted -> publisher.publish(record(accepted));
            case Verdict.Rejected ignored -> Uni.createFrom().voidItem();
        };
    }

    private Uni<List<Verdict>> verdicts(String brand, List<Submitted> events, Instant receivedAt) {
        return catalogues
                .of(brand, touchpointsIn(events))
                .map(catalogue -> new Judge(brand, catalogue, receivedAt, time.skewLimit()))
                .map(judge -> events.stream()
                        .map(event -> judge.decide(event.reading()))
                        .toList());
    }

    private static List<ProducerRecord<String, byte[]>> records(
            String brand, List<Submitted> events, List<Verdict> verdicts, Instant receivedAt) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(verdicts.size());
        for (int i = 0; i < verdicts.size(); i++) {
            records.add(
                    switch (verdicts.get(i)) {
                        case Verdict.Accepted accepted -> record(accepted);
                        case Verdict.Rejected rejected ->
                            record(Rejection.of(brand, events.get(i), rejected, receivedAt));
                    });
        }
        return records;
    }

    private static ProducerRecord<String, byte[]> record(Verdict.Accepted accepted) {
        return EventCodec.toRecord(Topics.TOUCHPOINTS, accepted.recorded());
    }

    private static ProducerRecord<String, byte[]> record(EventRejected fact) {
        var record = EventCodec.toRecord(Topics.REJECTED, fact);
        return record.value().length <= Submitted.MAX_KEPT_BYTES
                ? record
                : EventCodec.toRecord(Topics.REJECTED, Rejection.withoutText(fact));
    }

    private static Set<String> touchpointsIn(List<Submitted> events) {
        Set<String> codes = new HashSet<>();
        for (var event : events) {
            if (event.reading() instanceof Reading.Readable(var readable)) {
                codes.add(readable.touchpoint());
            }
        }
        return codes;
    }
}
