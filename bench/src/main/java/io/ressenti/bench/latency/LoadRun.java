package io.ressenti.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.bench.load.OpenLoop;
import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.cli.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** One load on the system: sends bad events, each about a new customer, and takes the alerts that come of them. */
final class LoadRun implements AutoCloseable {

    private static final String RULE = "dissatisfied-signal";
    private static final Duration CATALOGUE_PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Api api;
    private final double perSecond;
    private final String name = "bench-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<ClientException> failure = new AtomicReference<>();
    private volatile Measurement measurement = new Measurement();
    private long customers;

    LoadRun(Api api, double perSecond) {
        this.api = api;
        this.perSecond = perSecond;
    }

    /** Takes one message of the stream; only the alert about the signal counts, as every bad event opens one of those. */
    void onAlert(JsonNode message) {
        var now = System.nanoTime();
        var alert = message.path("alert");
        if (RULE.equals(alert.path("rule").asText())) {
            measurement.arrived(alert.path("customer").asText(), now);
        }
    }

    /** The catalogue reaches the feedback service a moment after it was put. */
    void waitUntilTheCatalogueIsKnown() {
        var deadline = Instant.now().plus(CATALOGUE_PATIENCE);
        while (!send(Kind.FEEDBACK, nextCustomer()).ok()) {
            if (Instant.now().isAfter(deadline)) {
                throw new ClientException("The feedback service does not take the bench's feedback; see its log.");
            }
            Pause.of(POLL);
        }
    }

    /**
     * Sends for {@code duration}, touchpoint events and feedback in turn.
     *
     * @param patience how long to wait for the last alerts
     * @return what was measured; alerts that have not come by then are lost
     */
    Measurement measure(Duration duration, Duration patience) {
        var current = new Measurement();
        measurement = current;
        new OpenLoop(perSecond, duration).run(due -> sendAsync(current, due));
        var deadline = Instant.now().plus(patience);
        while (current.outstanding() > 0 && Instant.now().isBefore(deadline)) {
            Pause.of(POLL);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return current;
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }

    private void sendAsync(Measurement current, long due) {
        var customer = nextCustomer();
        var kind = customers % 2 == 0 ? Kind.TOUCHPOINT : Kind.FEEDBACK;
        current.due(customer, kind, due);
        senders.execute(() -> sendOrRemember(kind, customer));
    }

    private void sendOrRemember(Kind kind, String customer) {
        try {
            var reply = send(kind, customer);
            if (!reply.ok()) {
                failure.compareAndSet(
                        null,
                        new ClientException("An event was refused (%d): %s".formatted(reply.status(), reply.text())));
            }
        } catch (ClientException e) {
            failure.compareAndSet(null, e);
        }
    }

    private Reply send(Kind kind, String customer) {
        var event = kind.badEvent(customer, Instant.now());
        return api.post(event.path(), event);
    }

    private String nextCustomer() {
        customers++;
        return name + "-" + customers;
    }
}
