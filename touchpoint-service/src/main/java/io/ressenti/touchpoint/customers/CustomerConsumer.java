package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerEvent;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears who is merged, un-merged and erased. */
@ApplicationScoped
class CustomerConsumer {

    private final Intake intake;
    private final CustomerStore store;

    CustomerConsumer(Intake intake, CustomerStore store) {
        this.intake = intake;
        this.store = store;
    }

    @Incoming("customers")
    Uni<Void> customers(ConsumerRecords<String, byte[]> records) {
        return intake.process(
                records,
                CustomerEvent.class,
                received -> store.add(received.stream().map(Received::event).toList()));
    }
}
