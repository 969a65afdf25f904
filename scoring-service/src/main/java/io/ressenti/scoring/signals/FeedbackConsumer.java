package io.ressenti.scoring.signals;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.ressenti.scoring.model.EventKind;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.SignalReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Scores what customers said. */
@ApplicationScoped
class FeedbackConsumer {

    private final Intake intake;
    private final SignalStore store;
    private final SignalReader reader;
    private final Doubts doubts;
    private final ScoringMetrics metrics;

    FeedbackConsumer(Intake intake, SignalStore store, SignalReader reader, Doubts doubts, ScoringMetrics metrics) {
        this.intake = intake;
        this.store = store;
        this.reader = reader;
        this.doubts = doubts;
        this.metrics = metrics;
    }

    @Incoming("feedback")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, FeedbackRecorded.class, this::score);
    }

    private Uni<Void> score(List<Received<FeedbackRecorded>> batch) {
        // Deferred, so that an event that breaks its contract fails the batch and not the channel.
        return Uni.createFrom()
                .item(() -> batch.stream().map(this::scored).toList())
                .chain(store::store)
                .invoke(counted -> metrics.committed(EventKind.FEEDBACK, batch.size(), counted))
                .replaceWithVoid();
    }

    private ScoredEvent scored(Received<FeedbackRecorded> received) {
        var event = reader.read(received.event());
        doubts.read(received.record(), List.of(event.customer()));
        return event;
    }
}
