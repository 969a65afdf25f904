package io.ressenti.scoring.signals;

import io.ressenti.contracts.TouchpointRecorded;
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

/** Scores what was observed at touchpoints. */
@ApplicationScoped
class TouchpointConsumer {

    private final Intake intake;
    private final SignalStore store;
    private final SignalReader reader;
    private final Doubts doubts;
    private final ScoringMetrics metrics;

    TouchpointConsumer(Intake intake, SignalStore store, SignalReader reader, Doubts doubts, ScoringMetrics metrics) {
        this.intake = intake;
        this.store = store;
        this.reader = reader;
        this.doubts = doubts;
        this.metrics = metrics;
    }

    @Incoming("touchpoints")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, TouchpointRecorded.class, this::score);
    }

    private Uni<Void> score(List<Received<TouchpointRecorded>> batch) {
        // Deferred, so that an event that breaks its contract fails the batch and not the channel.
        return Uni.createFrom()
                .item(() -> batch.stream().map(this::scored).toList())
                .chain(store::store)
                .invoke(counted -> metrics.committed(EventKind.TOUCHPOINT, batch.size(), counted))
                .replaceWithVoid();
    }

    private ScoredEvent scored(Received<TouchpointRecorded> received) {
        var event = reader.read(received.event());
        doubts.read(received.record(), List.of(event.customer()));
        return event;
    }
}
