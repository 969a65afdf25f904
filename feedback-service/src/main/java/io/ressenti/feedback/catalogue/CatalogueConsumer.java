package io.ressenti.feedback.catalogue;

import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the catalogue's touchpoints. */
@ApplicationScoped
class CatalogueConsumer {

    private final Intake intake;
    private final KnownTouchpoints touchpoints;

    CatalogueConsumer(Intake intake, KnownTouchpoints touchpoints) {
        this.intake = intake;
        this.touchpoints = touchpoints;
    }

    @Incoming("catalogue")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, TouchpointCatalogued.class, this::store);
    }

    private Uni<Void> store(List<Received<TouchpointCatalogued>> received) {
        return touchpoints.learn(received.stream().map(Received::event).toList());
    }
}
