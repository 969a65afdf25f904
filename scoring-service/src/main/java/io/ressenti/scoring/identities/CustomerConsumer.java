package io.ressenti.scoring.identities;

import io.ressenti.contracts.CustomerEvent;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns who customers are. */
@ApplicationScoped
class CustomerConsumer {

    private final Intake intake;
    private final IdentityStore store;

    CustomerConsumer(Intake intake, IdentityStore store) {
        this.intake = intake;
        this.store = store;
    }

    @Incoming("customers")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, CustomerEvent.class, this::learn);
    }

    private Uni<Void> learn(List<Received<CustomerEvent>> batch) {
        return store.learn(batch.stream().map(Received::event).toList());
    }
}
