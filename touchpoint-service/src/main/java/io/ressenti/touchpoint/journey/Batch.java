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
 * @param firsts of each event the one that we received first, by key: so that two instances lock in the same order
 * @param others those that came again within the batch
 */
record Batch(List<Arrival> firsts, List<Arrival> others) {

    static Batch of(List<Arrival> arrivals) {
        var firsts = new TreeMap<EventKey, Arrival>();
        var others = new ArrayList<Arrival>();
        arrivals.stream().sorted(Arrival.ORDER).forEach(arrival -> {
            if (firsts.putIfAbsent(arrival.key(), arrival) != null) {
                others.add(arrival);
            }
        });
        return new Batch(List.copyOf(firsts.values()), List.copyOf(others));
    }

    List<Line> lines() {
        return firsts.stream().map(Arrival::line).toList();
    }

    List<Arrival> all() {
        var all = new ArrayList<>(firsts);
        all.addAll(others);
        return all;
    }

    int size() {
        return firsts.size() + others.size();
    }

    /** The months that its lines belong to. */
    Set<LocalDate> months() {
        return firsts.stream().map(first -> first.line().month()).collect(Collectors.toSet());
    }
}
