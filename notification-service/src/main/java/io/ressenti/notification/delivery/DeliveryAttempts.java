package io.ressenti.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.ressenti.notification.receiver.ReceiverKind;
import io.ressenti.platform.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes an attempt to deliver and writes down how it ended. */
@Startup
@ApplicationScoped
class DeliveryAttempts {

    private static final Logger LOG = Logger.getLogger(DeliveryAttempts.class);

    private static final List<String> OUTCOMES = List.of("delivered", "failed", "dead");

    private final DeliveryQueue queue;
    private final Map<ReceiverKind, Courier> couriers;
    private final DeliveryConfig config;
    private final Backoff backoff;
    private final ObjectMapper json;
    private final MeterRegistry metrics;
    private final Traces traces;

    DeliveryAttempts(
            DeliveryQueue queue,
            @All List<Courier> couriers,
            DeliveryConfig config,
            ObjectMapper json,
            MeterRegistry metrics,
            Traces traces) {
        this.queue = queue;
        this.couriers = couriers.stream().collect(Collectors.toUnmodifiableMap(Courier::kind, Function.identity()));
        this.config = config;
        this.backoff = new Backoff(config.firstBackoff(), config.maxBackoff());
        this.json = json;
        this.metrics = metrics;
        this.traces = traces;
        this.couriers.keySet().forEach(kind -> OUTCOMES.forEach(outcome -> counter(kind, outcome)));
    }

    /** Tries once. Fails only where the outcome could not be written down; the delivery is then tried again. */
    Uni<Void> make(Delivery delivery) {
        var receiver = delivery.receiver();
        if (!receiver.kind().isToldOf(delivery.change())) {
            // Queued by an instance of the version before e-mail, which knows one kind of receiver.
            return queue.delivered(delivery);
        }
        return traces.calling("deliver " + nameOf(receiver.kind()), delivery.trace(), () -> deliver(delivery))
                .onFailure()
                .recoverWithItem(failure -> unforeseen(delivery, failure))
                .chain(attempt -> keep(delivery, attempt));
    }

    private Uni<Attempt> deliver(Delivery delivery) {
        var receiver = delivery.receiver();
        return Uni.createFrom().deferred(() -> couriers.get(receiver.kind())
                .deliver(new Message(delivery.messageId(), receiver, write(delivery))));
    }

    /** A fault of ours, or an alert of a later version: without an attempt that is counted its queue would never move again. */
    private static Attempt unforeseen(Delivery delivery, Throwable failure) {
        // Without what the failure says: it may quote the alert.
        LOG.errorf(
                "event=delivery.broken brand=%s receiver=%s seq=%d reason=%s",
                delivery.receiver().brand(),
                delivery.receiver().name(),
                delivery.seq(),
                failure.getClass().getSimpleName());
        return new Attempt.Failed(
                "The message could not be made: a fault of this service's (event=delivery.broken in its log).", false);
    }

    private Uni<Void> keep(Delivery delivery, Attempt attempt) {
        return switch (attempt) {
            case Attempt.Succeeded succeeded -> {
                count(delivery, "delivered");
                yield queue.delivered(delivery);
            }
            case Attempt.Failed failed ->
                failed.last() || delivery.attempts() + 1 >= config.maxAttempts()
                        ? giveUp(delivery, failed)
                        : tryLater(delivery, failed);
        };
    }

    private Uni<Void> tryLater(Delivery delivery, Attempt.Failed failed) {
        count(delivery, "failed");
        var wait = backoff.after(
                delivery.attempts() + 1, ThreadLocalRandom.current().nextDouble());
        return queue.failed(delivery, failed.reason(), wait);
    }

    private Uni<Void> giveUp(Delivery delivery, Attempt.Failed failed) {
        count(delivery, "dead");
        LOG.warnf(
                "event=delivery.dead brand=%s receiver=%s seq=%d attempts=%d",
                delivery.receiver().brand(), delivery.receiver().name(), delivery.seq(), delivery.attempts() + 1);
        return queue.dead(delivery, failed.reason());
    }

    private void count(Delivery delivery, String outcome) {
        counter(delivery.receiver().kind(), outcome).increment();
    }

    private Counter counter(ReceiverKind kind, String outcome) {
        return metrics.counter("ressenti.deliveries", "kind", nameOf(kind), "outcome", outcome);
    }

    private static String nameOf(ReceiverKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String write(Delivery delivery) {
        try {
            return json.writeValueAsString(delivery.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written as JSON", e);
        }
    }
}
