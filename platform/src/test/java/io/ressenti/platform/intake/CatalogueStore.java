package io.ressenti.platform.intake;

import io.ressenti.contracts.TouchpointCatalogued;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services have it, whose store can be told to fail. */
@ApplicationScoped
class CatalogueStore {

    static final String REFUSED = "refused-";

    private final Intake intake;
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    CatalogueStore(Intake intake) {
        this.intake = intake;
    }

    @Incoming("catalogue")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, TouchpointCatalogued.class, this::store);
    }

    void awayFor(int attempts) {
        failures.set(attempts);
    }

    /** The codes of one test: what others have put on the topic may come late. */
    List<String> storedOf(String run) {
        return stored.stream().filter(code -> code.contains(run)).toList();
    }

    private Uni<Void> store(List<Received<TouchpointCatalogued>> events) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Uni.createFrom().failure(new ConnectException("Connection refused"));
        }
        var codes = events.stream().map(received -> received.event().code()).toList();
        if (codes.stream().anyMatch(code -> code.startsWith(REFUSED))) {
            return Uni.createFrom().failure(new IllegalArgumentException("refused"));
        }
        stored.addAll(codes);
        return Uni.createFrom().voidItem();
    }
}
