package io.ressenti.notification.stream;

import java.util.ArrayList;
import java.util.List;

/**
 * A brand's latest changes. As changes are numbered without gaps, a number says where its change stands.
 *
 * @param last    number of the latest change that was read
 * @param changes the changes up to it, without a gap
 */
record Tail(long last, List<StreamedChange> changes) {

    Tail {
        changes = List.copyOf(changes);
    }

    /** A tail that begins after {@code last}. */
    static Tail from(long last) {
        return new Tail(last, List.of());
    }

    /** Whether every change after {@code seq} is here, of those that were read. */
    boolean reachesBackTo(long seq) {
        return seq >= last - changes.size();
    }

    /** The changes after {@code seq}, to which this must reach back. */
    List<StreamedChange> after(long seq) {
        return seq >= last ? List.of() : changes.subList(changes.size() - (int) (last - seq), changes.size());
    }

    /** With {@code further} changes, which follow the last one; the oldest fall out beyond {@code size}. */
    Tail with(List<StreamedChange> further, int size) {
        if (further.isEmpty()) {
            return this;
        }
        List<StreamedChange> all = new ArrayList<>(changes);
        all.addAll(further);
        return new Tail(further.getLast().seq(), all.subList(Math.max(0, all.size() - size), all.size()));
    }
}
