package io.ressenti.touchpoint.catalogue;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.platform.problem.Failures;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Transactions that change what events are judged by, and tell others of it. */
@ApplicationScoped
class CatalogueTransactions {

    private final OutboxRelay relay;
    private final CatalogueCache cache;

    CatalogueTransactions(OutboxRelay relay, CatalogueCache cache) {
        this.relay = relay;
        this.cache = cache;
    }

    /** Does {@code change} in a transaction; the next event is judged by what it leaves behind. */
    <T> Uni<T> changing(String brand, Supplier<Uni<T>> change) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(change))
                // Somebody else added the same code at once: the second time it is found, and changed.
                .onFailure(Failures::isUniqueViolation)
                .retry()
                .atMost(1)
                .invoke(() -> {
                    cache.forget(brand);
                    relay.wake();
                });
    }
}
