package io.ressenti.scoring.signals;

import io.ressenti.scoring.customers.CustomerStates;
import io.ressenti.scoring.drops.FiveMinuteSums;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.CustomerScore;
import io.ressenti.scoring.model.CustomerState;
import io.ressenti.scoring.model.EventKey;
import io.ressenti.scoring.model.Reckoning;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.SignalDelta;
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
import java.util.stream.Stream;

/**
 * Posts what counts from now on and what counts no longer: every sum follows, customers' scores follow, and what has to be told is
 * told, all in the caller's transaction and with a handful of statements.
 */
@ApplicationScoped
public class Ledger {

    private final AcceptedEvents acceptedEvents;
    private final SignalTable signals;
    private final MetricSums metricSums;
    private final FiveMinuteSums fiveMinuteSums;
    private final CustomerStates customers;
    private final Announcements announcements;
    private final Doubts doubts;

    Ledger(
            AcceptedEvents acceptedEvents,
            SignalTable signals,
            MetricSums metricSums,
            FiveMinuteSums fiveMinuteSums,
            CustomerStates customers,
            Announcements announcements,
            Doubts doubts) {
        this.acceptedEvents = acceptedEvents;
        this.signals = signals;
        this.metricSums = metricSums;
        this.fiveMinuteSums = fiveMinuteSums;
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
            return post(transaction, before, List.of(), List.of());
        }
        return signals.removeErased(transaction, erasures)
                .call(removed -> acceptedEvents.forgetCustomers(transaction, eventsOfSignals(removed)))
                .chain(removed -> post(transaction, before, removed, List.of()));
    }

    /**
     * Posts one batch.
     *
     * @param before  the state of every identifier that is concerned, with everybody who is the same person; locked
     * @param removed the signals that were taken out of the table of signals
     * @param added   events that count from now on
     */
    Uni<Void> post(
            SqlConnection transaction,
            Map<CustomerKey, CustomerState> before,
            List<SignalDelta> removed,
            List<Arrival> added) {
        var doubtful = doubts.among(before.keySet());
        return withoutRemoved(transaction, before, removed)
                .chain(base -> enter(transaction, removed, added).replaceWith(base))
                .map(base -> Reckoning.of(base, eventsOf(added), now(), doubtful))
                .chain(reckoning -> settle(transaction, before, reckoning))
                .invoke(() -> doubts.settle(doubtful));
    }

    /** Decayed weights differ by hundreds of orders of magnitude: to subtract one could wipe out all others. */
    private Uni<Map<CustomerKey, CustomerState>> withoutRemoved(
            SqlConnection transaction, Map<CustomerKey, CustomerState> before, List<SignalDelta> removed) {
        if (removed.isEmpty()) {
            return Uni.createFrom().item(before);
        }
        var concerned = removed.stream()
                .map(delta -> delta.signal().encounter().customerKey())
                .collect(Collectors.toSet());
        return signals.scores(transaction, concerned).map(scores -> rescored(before, concerned, scores));
    }

    private static Map<CustomerKey, CustomerState> rescored(
            Map<CustomerKey, CustomerState> before,
            Set<CustomerKey> concerned,
            Map<CustomerKey, CustomerScore> scores) {
        Map<CustomerKey, CustomerState> states = new HashMap<>(before);
        concerned.forEach(customer -> states.computeIfPresent(
                customer, (key, state) -> state.withScore(scores.getOrDefault(key, CustomerScore.NONE))));
        return states;
    }

    private Uni<Void> enter(SqlConnection transaction, List<SignalDelta> removed, List<Arrival> added) {
        var entered = added.stream().flatMap(Arrival::deltas).toList();
        var deltas = Stream.concat(removed.stream(), entered.stream()).toList();
        if (deltas.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return signals.insert(transaction, entered)
                .chain(() -> metricSums.apply(transaction, deltas))
                .chain(() -> fiveMinuteSums.apply(transaction, deltas));
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

    private static Set<EventKey> eventsOfSignals(List<SignalDelta> deltas) {
        return deltas.stream().map(delta -> delta.signal().encounter().key()).collect(Collectors.toSet());
    }

    private static List<ScoredEvent> eventsOf(List<Arrival> arrivals) {
        return arrivals.stream()
                .map(Arrival::event)
                .filter(event -> !event.signals().isEmpty())
                .toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
