package io.ressenti.platform.intake;

import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.platform.trace.Origin;
import io.ressenti.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services have it, whose store can be told to fail. */
@ApplicationScoped
public class CatalogueStore {

    static final String REFUSED = "refused-";

    private final Intake intake;
    private final Traces traces;
    private final Map<String, String> followed = new ConcurrentHashMap<>();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();

    CatalogueStore(Intake intake, Traces traces) {
        this.intake = intake;
        this.traces = traces;
    }

    @Incoming("catalogue")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return intake.process(records, TouchpointCatalogued.class, this::store);
    }

    void awayFor(int attempts) {
        failures.set(attempts);
    }

    /** The codes of one test: what others have put on the topic may come late. */
    public List<String> storedOf(String run) {
        return stored.stream().filter(code -> code.contains(run)).toList();
    }

    /** What was created in consequence of the event with this code: the place in a trace; null where there is none. */
    public String followedBy(String code) {
        return followed.get(code);
    }

    private void follow(Received<TouchpointCatalogued> received) {
        var traceparent = traces.create("anywhere", Origin.of(received.event()));
        if (traceparent != null) {
            followed.put(received.event().code(), traceparent);
        }
    }

    private Uni<Void> store(List<Received<TouchpointCatalogued>> events) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Uni.createFrom().failure(new ConnectException("Connection refused"));
        }
        var codes = events.stream().map(received -> received.event().code()).toList();
        if (codes.stream().anyMatch(code -> code.startsWith(REFUSED))) {
            return Uni.createFrom().failure(new IllegalArgumentException("refused"));
        }
        events.forEach(this::follow);
        stored.addAll(codes);
        return Uni.createFrom().voidItem();
    }
}
