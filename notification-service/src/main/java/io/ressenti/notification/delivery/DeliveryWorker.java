package io.ressenti.notification.delivery;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.ressenti.notification.receiver.ReceiverKind;
import io.ressenti.platform.async.WakeableTask;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Works through the receivers' queues, each on its own: one that is slow or away delays none of the others, and a mail server that is
 * delays no webhook. Runs right after {@link #wake()}, and at every poll for what is due again.
 */
@ApplicationScoped
public class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);

    private final DeliveryQueue queue;
    private final DeliveryAttempts attempts;
    private final DeliveryConfig config;
    private final WakeableTask search = new WakeableTask("delivery", this::startDueQueues);
    private final List<Lane> lanes;
    private long poll;

    /** The receivers of one kind, and how many of their queues are being worked through. */
    private record Lane(ReceiverKind kind, int places, AtomicInteger busy) {

        int free() {
            return places - busy.get();
        }
    }

    DeliveryWorker(DeliveryQueue queue, DeliveryAttempts attempts, @All List<Courier> couriers, DeliveryConfig config) {
        this.queue = queue;
        this.attempts = attempts;
        this.lanes = couriers.stream()
                .map(courier -> new Lane(courier.kind(), courier.parallel(), new AtomicInteger()))
                .toList();
        this.config = config;
    }

    /** Says that deliveries were committed. Returns at once. */
    public void wake() {
        search.wake();
    }

    void start(@Observes StartupEvent started, Vertx vertx) {
        poll = vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
    }

    void stop(@Observes ShutdownEvent stopping, Vertx vertx) {
        vertx.cancelTimer(poll);
    }

    private Uni<Boolean> startDueQueues() {
        return Uni.join()
                .all(lanes.stream().map(this::startDueQueues).toList())
                .andFailFast()
                .map(areMore -> areMore.contains(true));
    }

    private Uni<Boolean> startDueQueues(Lane lane) {
        var free = lane.free();
        if (free <= 0) { // a queue that ends wakes the search
            return Uni.createFrom().item(false);
        }
        return queue.reserve(lane.kind(), free)
                .invoke(reserved -> startAll(lane, reserved))
                .map(reserved -> reserved.size() == free);
    }

    private void startAll(Lane lane, List<DeliveryQueue.Key> reserved) {
        lane.busy().addAndGet(reserved.size());
        reserved.forEach(key -> empty(key).subscribe().with(done -> ended(lane), failure -> broke(lane, key, failure)));
    }

    private Uni<Void> empty(DeliveryQueue.Key key) {
        return Multi.createBy()
                .repeating()
                .uni(() -> deliverNext(key))
                .whilst(Boolean::booleanValue)
                .onItem()
                .ignoreAsUni()
                .chain(() -> queue.release(key));
    }

    /** Gives false where nothing is due in the queue. */
    private Uni<Boolean> deliverNext(DeliveryQueue.Key key) {
        return queue.next(key)
                .chain(due -> due.map(delivery -> attempts.make(delivery).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private void ended(Lane lane) {
        lane.busy().decrementAndGet();
        wake(); // for what was committed while the queue was still reserved
    }

    /** The reservation ends by itself; until then nobody touches the queue. */
    private void broke(Lane lane, DeliveryQueue.Key key, Throwable failure) {
        lane.busy().decrementAndGet();
        LOG.warnf(
                "event=delivery.interrupted brand=%s receiver=%s reason=%s",
                key.brand(), key.receiver(), failure.getClass().getSimpleName());
    }
}
