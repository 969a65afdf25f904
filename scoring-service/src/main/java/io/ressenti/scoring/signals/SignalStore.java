package io.ressenti.scoring.signals;

import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.ScoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Gives the events that count from now on, once they are committed; a batch that fails has changed nothing, and may come again. */
    Uni<List<ScoredEvent>> store(List<ScoredEvent> events) {
        var best = ScoredEvent.bestOfEach(events);
        var named = customersOf(best);
        return pool.withTransaction(transaction -> count(transaction, best, named))
                .onFailure()
                .invoke(() -> doubts.add(named))
                .invoke(relay::wake)
                .map(Acceptance::counted);
    }

    private Uni<Acceptance> count(SqlConnection transaction, List<ScoredEvent> events, Set<CustomerKey> named) {
        return erasures.holdOff(transaction)
                .chain(() -> erasures.of(transaction, named))
                .chain(erased -> acceptedEvents.accept(transaction, withoutVoid(events, erased)))
                .call(acceptance -> signals.replace(transaction, acceptance))
                .call(acceptance -> settle(transaction, acceptance, named));
    }

    /**
     * Customers' rows are locked as late as can be: whoever counts the same customers meanwhile waits for the end of the
     * transaction. A version may have been another customer's than the one that replaces it.
     */
    private Uni<Void> settle(SqlConnection transaction, Acceptance acceptance, Set<CustomerKey> named) {
        var former = acceptance.formerCustomers();
        var concerned = Stream.of(customersOf(acceptance.counted()), former, doubts.among(named))
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        return customers
                .lock(transaction, concerned)
                .chain(locked -> ledger.post(transaction, locked, former, acceptance.counted()));
    }

    private static Set<CustomerKey> customersOf(List<ScoredEvent> events) {
        return events.stream()
                .filter(ScoredEvent::saysSomething)
                .map(ScoredEvent::customer)
                .collect(Collectors.toSet());
    }

    private static List<ScoredEvent> withoutVoid(List<ScoredEvent> events, Map<CustomerKey, Instant> erased) {
        return erased.isEmpty()
                ? events
                : events.stream()
                        .map(event -> isVoid(event, erased) ? event.voided() : event)
                        .toList();
    }

    private static boolean isVoid(ScoredEvent event, Map<CustomerKey, Instant> erased) {
        var until = erased.get(event.customer());
        return until != null && !event.encounter().receivedAt().isAfter(until);
    }
}
