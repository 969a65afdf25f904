package io.ressenti.touchpoint.journey;

import io.ressenti.touchpoint.journey.model.EventKey;
import io.ressenti.touchpoint.journey.model.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Lines that are stored together.
 *
 * @param chosen of each event the highest revision, and of equal ones that which we received first; by key, so that two instances
 *               lock in the same order
 * @param others those that came again within the batch
 */
record Batch(List<Arrival> chosen, List<Arrival> others) {

    static Batch of(List<Arrival> arrivals) {
        var chosen = new TreeMap<EventKey, Arrival>();
        var others = new ArrayList<Arrival>();
        arrivals.stream().sorted(Arrival.ORDER).forEach(arrival -> {
            var before = chosen.get(arrival.key());
            if (before == null || before.line().revision() < arrival.line().revision()) {
                chosen.put(arrival.key(), arrival);
            } else {
                others.add(arrival);
            }
        });
        return new Batch(List.copyOf(chosen.values()), List.copyOf(others));
    }

    /** What is as first stated. */
    List<Line> lines() {
        return chosen.stream()
                .map(Arrival::line)
                .filter(line -> !line.isAmended())
                .toList();
    }

    /** What was amended. */
    List<Line> amendments() {
        return chosen.stream().map(Arrival::line).filter(Line::isAmended).toList();
    }

    List<Arrival> all() {
        var all = new ArrayList<>(chosen);
        all.addAll(others);
        return all;
    }

    int size() {
        return chosen.size() + others.size();
    }

    /** The months that its lines belong to. */
    Set<LocalDate> months() {
        return chosen.stream().map(arrival -> arrival.line().month()).collect(Collectors.toSet());
    }
}
