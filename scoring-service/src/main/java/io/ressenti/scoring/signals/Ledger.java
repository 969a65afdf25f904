package io.ressenti.scoring.signals;

import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.CustomerState;
import io.ressenti.scoring.model.Reckoning;
import io.ressenti.scoring.model.ScoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Posts what counts from now on and what counts no longer: customers' scores follow, what has to be told is told, and all sums will
 * follow, all in the caller's transaction and with a handful of statements.
 */
@ApplicationScoped
public class Ledger {

    private final AcceptedEvents acceptedEvents;
    private final SignalTable signals;
    private final CustomerStates customers;
    private final Announcements announcements;
    private final Doubts doubts;

    Ledger(
            AcceptedEvents acceptedEvents,
            SignalTable signals,
            CustomerStates customers,
            Announcements announcements,
            Doubts doubts) {
        this.acceptedEvents = acceptedEvents;
        this.signals = signals;
        this.customers = customers;
        this.announcements = announcements;
        this.doubts = doubts;
    }

    /**
     * Voids what was received of erased customers until then, and settles who is whom: signals leave all sums, and what was told of
     * a customer who is another now is told again.
     *
     * @param before   the state of every identifier that is concerned, with everybody who is the same person; locked
     * @param erasures until when what was received of a customer is void
     */
    public Uni<Void> revise(
            SqlConnection transaction, Map<CustomerKey, CustomerState> before, Map<CustomerKey, Instant> erasures) {
        if (erasures.isEmpty()) {
            return post(transaction, before, Set.of(), List.of());
        }
        return signals.removeErased(transaction, erasures)
                .chain(events -> acceptedEvents.forgetCustomers(transaction, events))
                .chain(() -> post(transaction, before, erasures.keySet(), List.of()));
    }

    /**
     * Posts one batch, whose signals stand in the table.
     *
     * @param before  the state of every identifier that is concerned, with everybody who is the same person; locked
     * @param revised those of them of whom signals were removed
     * @param added   events that count from now on
     */
    Uni<Void> post(
            SqlConnection transaction,
            Map<CustomerKey, CustomerState> before,
            Set<CustomerKey> revised,
            List<ScoredEvent> added) {
        var doubtful = doubts.among(before.keySet());
        return withoutRemoved(transaction, before, revised, added)
                .map(base -> Reckoning.of(base, sayingSomething(added), now(), doubtful))
                .chain(reckoning -> settle(transaction, before, reckoning))
                .invoke(() -> doubts.settle(doubtful));
    }

    /** Decayed weights differ by hundreds of orders of magnitude: to subtract one could wipe out all others. */
    private Uni<Map<CustomerKey, CustomerState>> withoutRemoved(
            SqlConnection transaction,
            Map<CustomerKey, CustomerState> before,
            Set<CustomerKey> revised,
            List<ScoredEvent> added) {
        return revised.isEmpty()
                ? Uni.createFrom().item(before)
                : signals.scores(transaction, revised, added).map(scores -> rescored(before, revised, scores));
    }

    private static Map<CustomerKey, CustomerState> rescored(
            Map<CustomerKey, CustomerState> before, Set<CustomerKey> revised, Map<CustomerKey, CustomerScore> scores) {
        Map<CustomerKey, CustomerState> states = new HashMap<>(before);
        revised.forEach(customer -> states.computeIfPresent(
                customer, (key, state) -> state.withScore(scores.getOrDefault(key, CustomerScore.NONE))));
        return states;
    }

    private Uni<Void> settle(SqlConnection transaction, Map<CustomerKey, CustomerState> before, Reckoning reckoning) {
        var changed = reckoning.states().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return customers
                .write(transaction, changed)
                .chain(() -> customers.forgetUnknown(transaction, reckoning.states()))
                .chain(() -> announcements.announce(transaction, reckoning));
    }

    private static List<ScoredEvent> sayingSomething(List<ScoredEvent> events) {
        return events.stream().filter(ScoredEvent::saysSomething).toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
