package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.platform.problem.Failures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.function.Supplier;

/** Changes touchpoints. Each change has a revision of its own and is published in the transaction that makes it. */
@ApplicationScoped
class TouchpointEditor {

    private static final String SOURCE = "ressenti/touchpoint-service";

    private final TouchpointRepository touchpoints;
    private final OutboxRelay relay;
    private final CatalogueCache cache;

    TouchpointEditor(TouchpointRepository touchpoints, OutboxRelay relay, CatalogueCache cache) {
        this.touchpoints = touchpoints;
        this.relay = relay;
        this.cache = cache;
    }

    /** Makes the touchpoint be as {@code wanted}; where it already is, nothing changes and nothing is published. */
    Uni<Saved<TouchpointView>> put(CatalogueKey key, PutTouchpointRequest wanted) {
        return changing(
                key, () -> locked(key).chain(found -> found == null ? add(key, wanted) : change(found, wanted)));
    }

    /** Removes the touchpoint; false where there is none. */
    Uni<Boolean> remove(CatalogueKey key) {
        return changing(key, () -> locked(key).chain(this::remove));
    }

    private <T> Uni<T> changing(CatalogueKey key, Supplier<Uni<T>> change) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(change))
                // Two requests added the same code at once: the second time this one finds it, and changes it.
                .onFailure(Failures::isUniqueViolation)
                .retry()
                .atMost(1)
                .invoke(() -> {
                    cache.forget(key.brand());
                    relay.wake();
                });
    }

    private Uni<TouchpointEntity> locked(CatalogueKey key) {
        return touchpoints.findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    private Uni<Saved<TouchpointView>> add(CatalogueKey key, PutTouchpointRequest wanted) {
        var touchpoint = new TouchpointEntity();
        touchpoint.key = key;
        assign(touchpoint, wanted);
        return touchpoints.persist(touchpoint).chain(this::publish).replaceWith(() -> saved(touchpoint, true));
    }

    private Uni<Saved<TouchpointView>> change(TouchpointEntity touchpoint, PutTouchpointRequest wanted) {
        var returns = touchpoint.removed;
        if (!returns && isAs(touchpoint, wanted)) {
            return Uni.createFrom().item(saved(touchpoint, false));
        }
        assign(touchpoint, wanted);
        return publish(touchpoint).replaceWith(() -> saved(touchpoint, returns));
    }

    private Uni<Boolean> remove(TouchpointEntity touchpoint) {
        if (touchpoint == null || touchpoint.removed) {
            return Uni.createFrom().item(false);
        }
        touchpoint.removed = true;
        stamp(touchpoint);
        return publish(touchpoint).replaceWith(true);
    }

    private Uni<Void> publish(TouchpointEntity touchpoint) {
        var event = new TouchpointCatalogued(
                touchpoint.key.code() + ":" + touchpoint.revision,
                SOURCE,
                touchpoint.key.brand(),
                touchpoint.key.code(),
                touchpoint.revision,
                touchpoint.stage,
                touchpoint.names,
                touchpoint.channels,
                touchpoint.removed,
                touchpoint.changedAt);
        return Panache.getSession().chain(session -> session.persist(OutboxEntity.of(event)));
    }

    private static void assign(TouchpointEntity touchpoint, PutTouchpointRequest wanted) {
        touchpoint.stage = wanted.stage();
        touchpoint.owner = wanted.owner();
        touchpoint.names = wanted.names();
        touchpoint.channels = wanted.distinctChannels();
        touchpoint.promises = wanted.promisesMade();
        touchpoint.removed = false;
        stamp(touchpoint);
    }

    private static void stamp(TouchpointEntity touchpoint) {
        touchpoint.revision++;
        touchpoint.changedAt = Instant.now();
    }

    private static boolean isAs(TouchpointEntity touchpoint, PutTouchpointRequest wanted) {
        return touchpoint.stage == wanted.stage()
                && touchpoint.owner == wanted.owner()
                && touchpoint.names.equals(wanted.names())
                && touchpoint.channels.equals(wanted.distinctChannels())
                && touchpoint.promises.equals(wanted.promisesMade());
    }

    private static Saved<TouchpointView> saved(TouchpointEntity touchpoint, boolean created) {
        return new Saved<>(TouchpointView.of(touchpoint), created);
    }
}
