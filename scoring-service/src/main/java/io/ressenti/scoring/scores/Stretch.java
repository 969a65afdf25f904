package io.ressenti.scoring.scores;

import java.time.Instant;

/** A part of a window, [from, to), that is read at one resolution and consists of whole spans of it. */
record Stretch(Resolution resolution, Instant from, Instant to) {

    /** Whether a span of its resolution lies in it that begins at {@code start}, in seconds since 1970; not for single signals. */
    boolean contains(long start) {
        return start >= from.getEpochSecond() && start < to.getEpochSecond();
    }

    /** Whether it is read from sums that changes are folded into. */
    boolean folded() {
        return resolution != Resolution.SIGNAL;
    }
}
