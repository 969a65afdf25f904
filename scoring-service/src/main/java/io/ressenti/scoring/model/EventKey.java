package io.ressenti.scoring.model;

import java.util.Comparator;

/** What makes an event unique: the same key again is the same event, and counts once. */
public record EventKey(String brand, EventKind kind, String source, String id) implements Comparable<EventKey> {

    private static final Comparator<EventKey> ORDER = Comparator.comparing(EventKey::brand)
            .thenComparing(EventKey::kind)
            .thenComparing(EventKey::source)
            .thenComparing(EventKey::id);

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }
}
