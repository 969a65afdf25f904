package io.ressenti.scoring.signals;

import io.ressenti.contracts.Topics;
import io.ressenti.platform.outbox.Outbox;
import io.ressenti.platform.outbox.OutboxRelay;
import io.ressenti.scoring.customers.CustomerStandings;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.Reckoning;
import io.ressenti.scoring.model.ScoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Lets a batch of events count: signals, sums, customers' scores and what has to be told, in one transaction and with a handful
 * of statements, however large the batch. Events that have counted before change nothing.
 */
@ApplicationScoped
class SignalStore {

    private final Pool pool;
    private final AcceptedEvents acceptedEvents;
    private final SignalTable signals;
    private final MetricSums metricSums;
    private final CustomerStandings customers;
    private final Outbox outbox;
    private final OutboxRelay relay;

    SignalStore(
            Pool pool,
            AcceptedEvents acceptedEvents,
            SignalTable signals,
            MetricSums metricSums,
            CustomerStandings customers,
            Outbox outbox,
            OutboxRelay relay) {
        this.pool = pool;
        this.acceptedEvents = acceptedEvents;
        this.signals = signals;
        this.metricSums = metricSums;
        this.customers = customers;
        this.outbox = outbox;
        this.relay = relay;
    }

    /** Completes once the batch is committed; a batch that fails has changed nothing, and may come again. */
    Uni<Void> store(List<Arrival> arrivals) {
        return pool.withTransaction(transaction -> acceptedEvents
                        .keepNew(transaction, arrivals)
                        .map(SignalStore::thatSaySomething)
                        .chain(fresh -> count(transaction, fresh)))
                .invoke(relay::wake);
    }

    private Uni<Void> count(SqlConnection transaction, List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var events = arrivals.stream().map(Arrival::event).toList();
        var allSignals =
                events.stream().flatMap(event -> event.signals().stream()).toList();
        return signals.insert(transaction, allSignals)
                .chain(() -> metricSums.add(transaction, arrivals))
                .chain(() -> customers.lock(transaction, customersOf(events)))
                .map(standings -> Reckoning.of(standings, events))
                .chain(reckoning -> settle(transaction, reckoning));
    }

    private Uni<Void> settle(SqlConnection transaction, Reckoning reckoning) {
        return customers
                .write(transaction, reckoning.standings())
                .chain(() -> outbox.add(transaction, Topics.DISSATISFACTION, reckoning.facts()));
    }

    private static List<Arrival> thatSaySomething(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(arrival -> !arrival.event().signals().isEmpty())
                .toList();
    }

    private static SortedSet<CustomerKey> customersOf(List<ScoredEvent> events) {
        return new TreeSet<>(
                events.stream().map(event -> event.encounter().customerKey()).toList());
    }
}
