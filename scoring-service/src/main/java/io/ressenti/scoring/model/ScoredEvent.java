package io.ressenti.scoring.model;

import java.util.List;

/**
 * An event, and what it says: zero or more signals.
 *
 * @param fingerprint of what the event says, to tell versions apart that claim to be the same
 */
public record ScoredEvent(Encounter encounter, long fingerprint, List<Signal> signals) {

    public ScoredEvent {
        signals = List.copyOf(signals);
    }

    static ScoredEvent of(Encounter encounter, List<Signal> signals) {
        return new ScoredEvent(encounter, fingerprint(encounter, signals), signals);
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
