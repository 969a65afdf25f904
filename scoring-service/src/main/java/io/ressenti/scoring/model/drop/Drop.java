package io.ressenti.scoring.model.drop;

import java.time.Instant;
import java.util.Objects;

/**
 * A series let more customers down than it used to.
 *
 * @param since      when it has likely begun (event time)
 * @param detectedAt end of the bucket with which it was certain enough
 * @param before     what was usual
 * @param after      the signals from {@code since} to {@code detectedAt}
 * @param end        how it ended; null while it is on
 */
public record Drop(Instant since, Instant detectedAt, Tally before, Tally after, End end) {

    public Drop {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(detectedAt, "detectedAt");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /**
     * The end of a drop.
     *
     * @param since when it has likely begun to be as before; where it has settled, the same as {@code at}
     * @param at    end of the bucket with which that was certain enough
     * @param tally the signals between these two
     */
    public record End(State state, Instant since, Instant at, Tally tally) {}

    /** Where a drop stands. */
    public enum State {
        /** It is on. */
        OPEN,
        /** It is as before again. */
        RECOVERED,
        /** It has stayed like that for so long that this is what is usual now. */
        SETTLED
    }

    public State state() {
        return end == null ? State.OPEN : end.state();
    }

    Drop recovered(Excursion back, Instant at) {
        return new Drop(since, detectedAt, before, after, new End(State.RECOVERED, back.since(), at, back.tally()));
    }

    Drop settled(Instant at) {
        return new Drop(since, detectedAt, before, after, new End(State.SETTLED, at, at, Tally.NONE));
    }
}
