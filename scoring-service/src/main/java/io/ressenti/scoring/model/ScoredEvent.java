package io.ressenti.scoring.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * An event, and what it says: zero or more signals.
 *
 * @param fingerprint of what the event says, to tell versions apart that claim to be the same
 */
public record ScoredEvent(Encounter encounter, long fingerprint, List<Signal> signals) {

    private static final BinaryOperator<ScoredEvent> BETTER =
            BinaryOperator.maxBy(Comparator.comparing(ScoredEvent::version));

    public ScoredEvent {
        signals = List.copyOf(signals);
    }

    /** The best version of each event, in the order of their first ones. */
    public static List<ScoredEvent> bestOfEach(Collection<ScoredEvent> events) {
        Map<EventKey, ScoredEvent> best = new LinkedHashMap<>();
        events.forEach(event -> best.merge(event.key(), event, BETTER));
        return List.copyOf(best.values());
    }

    static ScoredEvent of(Encounter encounter, List<Signal> signals) {
        return new ScoredEvent(encounter, fingerprint(encounter, signals), signals);
    }

    /** What makes the event unique. */
    public EventKey key() {
        return encounter.key();
    }

    /** The customer whose experience it was. */
    public CustomerKey customer() {
        return encounter.customerKey();
    }

    /** Whether there is a signal in it. */
    public boolean saysSomething() {
        return !signals.isEmpty();
    }

    /** Which version of its event this is. */
    public Version version() {
        return new Version(encounter.revision(), encounter.receivedAt(), fingerprint);
    }

    /** The same event where it is void: it stands for its version, and says nothing. */
    public ScoredEvent voided() {
        return new ScoredEvent(encounter, fingerprint, List.of());
    }

    private static long fingerprint(Encounter encounter, List<Signal> signals) {
        var said = new StringBuilder();
        for (var signal : signals) {
            said.append(signal.ordinal())
                    .append(signal.kind())
                    .append(signal.value())
                    .append(signal.emotion());
        }
        var place = encounter.place();
        return NameUuid.of(
                        encounter.customer(),
                        String.valueOf(encounter.journeyId()),
                        place.touchpoint(),
                        place.stage().name(),
                        place.channel(),
                        String.valueOf(place.partner()),
                        encounter.occurredAt().toString(),
                        said.toString())
                .getMostSignificantBits();
    }
}
