package io.ressenti.scoring.scores;

import java.time.Instant;

/** A part of a window, [from, to), that is read at one resolution and consists of whole spans of it. */
record Stretch(Resolution resolution, Instant from, Instant to) {

    /** Whether a span that begins at {@code start} lies in it. */
    boolean contains(Instant start) {
        return !start.isBefore(from) && start.isBefore(to);
    }

    /** Whether it is read from sums that changes are folded into. */
    boolean folded() {
        return resolution != Resolution.SIGNAL;
    }
}
