package io.ressenti.scoring.model;

import java.util.List;

/** An event, and what it says: zero or more signals. */
public record ScoredEvent(Encounter encounter, List<Signal> signals) {

    public ScoredEvent {
        signals = List.copyOf(signals);
    }
}
