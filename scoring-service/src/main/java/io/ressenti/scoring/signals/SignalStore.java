package io.ressenti.scoring.signals;

import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets a batch of events count, in one transaction. Of each event the best version counts, whatever the order of arrival: what has
 * counted already changes nothing, a better version replaces it, and what an erasure has made void says nothing.
 */
@ApplicationScoped
class SignalStore {

    private final Pool pool;
    private final AcceptedEvents acceptedEvents;
    private final Erasures erasures;
    private final SignalTable signals;
    private final CustomerStates customers;
    private final Ledger ledger;
    private final Doubts doubts;
    private final OutboxRelay relay;

    SignalStore(
            Pool pool,
            AcceptedEvents acceptedEvents,
            Erasures erasures,
            SignalTable signals,
            CustomerStates customers,
            Ledger ledger,
            Doubts doubts,
            OutboxRelay relay) {
        this.pool = pool;
        this.acceptedEvents = acceptedEvents;
        this.erasures = erasures;
        this.signals = signals;
        this.customers = customers;
        this.ledger = ledger;
        this.doubts = doubts;
        this.relay = relay;
    }

    /** Completes once the batch is committed; a batch that fails has changed nothing, and may come again. */
    Uni<Void> store(List<Arrival> arrivals) {
        var best = Arrival.bestOfEach(arrivals);
        return pool.withTransaction(transaction -> count(transaction, best))
                .onFailure()
                .invoke(() -> doubts.add(customersOf(best)))
                .invoke(relay::wake);
    }

    /** Customers' rows come first: who holds them sees every erasure that is committed, and none is added meanwhile. */
    private Uni<Void> count(SqlConnection transaction, List<Arrival> arrivals) {
        var concerned = customersOf(arrivals);
        return customers.lock(transaction, concerned).chain(locked -> erasures.of(transaction, concerned)
                .chain(erased -> acceptedEvents.accept(transaction, withoutVoid(arrivals, erased)))
                .chain(acceptance -> replace(transaction, locked, acceptance)));
    }

    private static Set<CustomerKey> customersOf(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(Arrival::saysSomething)
                .map(Arrival::customer)
                .collect(Collectors.toSet());
    }

    private static List<Arrival> withoutVoid(List<Arrival> arrivals, Map<CustomerKey, Instant> erased) {
        return erased.isEmpty()
                ? arrivals
                : arrivals.stream()
                        .map(arrival -> isVoid(arrival, erased) ? arrival.voided() : arrival)
                        .toList();
    }

    private static boolean isVoid(Arrival arrival, Map<CustomerKey, Instant> erased) {
        var until = erased.get(arrival.customer());
        return until != null && !arrival.event().encounter().receivedAt().isAfter(until);
    }

    private Uni<Void> replace(
            SqlConnection transaction, Map<CustomerKey, CustomerState> locked, Acceptance acceptance) {
        if (acceptance.superseded().isEmpty()) {
            return ledger.post(transaction, locked, List.of(), acceptance.counted());
        }
        return lockOwners(transaction, locked, acceptance.superseded())
                .chain(all -> signals.remove(transaction, acceptance.superseded())
                        .chain(removed -> ledger.post(transaction, all, removed, acceptance.counted())));
    }

    /** A version may have been another customer's. */
    private Uni<Map<CustomerKey, CustomerState>> lockOwners(
            SqlConnection transaction, Map<CustomerKey, CustomerState> locked, List<Superseded> superseded) {
        Set<CustomerKey> others = superseded.stream()
                .map(Superseded::customer)
                .filter(customer -> !locked.containsKey(customer))
                .collect(Collectors.toSet());
        return customers.lock(transaction, others).map(more -> {
            Map<CustomerKey, CustomerState> all = new HashMap<>(locked);
            all.putAll(more);
            return all;
        });
    }
}
