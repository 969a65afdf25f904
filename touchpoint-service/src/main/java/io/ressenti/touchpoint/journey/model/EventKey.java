package io.ressenti.touchpoint.journey.model;

import java.util.Comparator;

/** What an event is known by: of two with the same key, one counts. */
public record EventKey(String brand, Kind kind, String source, String id) implements Comparable<EventKey> {

    private static final Comparator<EventKey> ORDER = Comparator.comparing(EventKey::brand)
            .thenComparing(EventKey::kind)
            .thenComparing(EventKey::source)
            .thenComparing(EventKey::id);

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }
}
