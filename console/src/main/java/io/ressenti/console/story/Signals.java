package io.ressenti.console.story;

import io.ressenti.console.service.CustomerScore;
import io.ressenti.console.service.Journey;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The signals that scoring-service read from a customer's events, by the event that they come from. */
final class Signals {

    private final Map<Event, List<CustomerScore.Signal>> byEvent;

    /** @param score null while scoring-service is away: then nothing is known of any event */
    Signals(CustomerScore score) {
        var signals = score == null ? List.<CustomerScore.Signal>of() : score.signals();
        this.byEvent =
                signals.stream().collect(Collectors.groupingBy(signal -> new Event(signal.source(), signal.eventId())));
    }

    /** The mean of an event's signals, 0–100; null where it says nothing. */
    Double value(Journey.Item item) {
        var mean = of(item).stream().mapToDouble(CustomerScore.Signal::value).average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }

    boolean dissatisfied(Journey.Item item) {
        return of(item).stream().anyMatch(CustomerScore.Signal::dissatisfied);
    }

    private List<CustomerScore.Signal> of(Journey.Item item) {
        return byEvent.getOrDefault(new Event(item.source(), item.id()), List.of());
    }

    private record Event(String source, String id) {}
}
