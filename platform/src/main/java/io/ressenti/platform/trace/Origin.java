package io.ressenti.platform.trace;

import io.ressenti.contracts.Event;

/** Names an event from which something follows. */
public record Origin(String brand, String source, String id) {

    /** The name of {@code event}. */
    public static Origin of(Event event) {
        return new Origin(event.brand(), event.source(), event.id());
    }
}
