package io.ressenti.scoring.signals;

import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.EventKey;
import io.ressenti.scoring.model.ScoredEvent;
import io.ressenti.scoring.model.SignalDelta;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * An event, and the Kafka partition that it came from.
 *
 * @param partition sums are kept apart by it
 */
record Arrival(ScoredEvent event, int partition) {

    private static final BinaryOperator<Arrival> BETTER =
            BinaryOperator.maxBy(Comparator.comparing(arrival -> arrival.event.version()));

    /** The best version of each event, in the order of arrival. */
    static List<Arrival> bestOfEach(Collection<Arrival> arrivals) {
        Map<EventKey, Arrival> best = new LinkedHashMap<>();
        arrivals.forEach(arrival -> best.merge(arrival.key(), arrival, BETTER));
        return List.copyOf(best.values());
    }

    EventKey key() {
        return event.encounter().key();
    }

    CustomerKey customer() {
        return event.encounter().customerKey();
    }

    boolean saysSomething() {
        return !event.signals().isEmpty();
    }

    Arrival voided() {
        return new Arrival(event.voided(), partition);
    }

    Stream<SignalDelta> deltas() {
        return event.signals().stream().map(signal -> new SignalDelta(signal, partition, false));
    }
}
