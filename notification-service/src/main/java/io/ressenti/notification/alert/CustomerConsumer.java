package io.ressenti.notification.alert;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerEvent;
import io.ressenti.platform.intake.Intake;
import io.ressenti.platform.intake.Received;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears who is erased. Alerts stay with the identifier that they were raised about, whomever it is merged with. */
@ApplicationScoped
class CustomerConsumer {

    private final Intake intake;
    private final AlertEraser eraser;

    CustomerConsumer(Intake intake, AlertEraser eraser) {
        this.intake = intake;
        this.eraser = eraser;
    }

    @Incoming("customers")
    Uni<Void> customers(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, CustomerEvent.class, this::erase);
    }

    private Uni<Void> erase(List<Received<CustomerEvent>> received) {
        var erased = received.stream()
                .map(Received::event)
                .filter(CustomerErased.class::isInstance)
                .map(CustomerErased.class::cast)
                .toList();
        return erased.isEmpty() ? Uni.createFrom().voidItem() : eraser.erase(erased);
    }
}
