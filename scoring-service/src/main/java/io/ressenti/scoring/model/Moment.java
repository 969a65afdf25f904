package io.ressenti.scoring.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A signal that may be remembered, with what decides which of several is.
 *
 * @param at      event time
 * @param ordinal the signal's place within its event
 * @param id      the signal; the last word where all else is equal, so that the choice never depends on arrival
 */
public record Moment(double value, Instant at, int ordinal, UUID id) {

    /** The last comes last. */
    private static final Comparator<Moment> BY_TIME =
            Comparator.comparing(Moment::at).thenComparing(Moment::ordinal).thenComparing(Moment::id);

    /** The one farthest from neutral comes last; of equals the later one, for it is the fresher memory. */
    private static final Comparator<Moment> BY_EXTREMITY = Comparator.<Moment>comparingDouble(
                    moment -> Signal.extremity(moment.value))
            .thenComparing(BY_TIME);

    static Moment of(Signal signal) {
        return new Moment(signal.value(), signal.encounter().occurredAt(), signal.ordinal(), signal.id());
    }

    static Moment later(Moment one, Moment other) {
        return max(one, other, BY_TIME);
    }

    static Moment moreExtreme(Moment one, Moment other) {
        return max(one, other, BY_EXTREMITY);
    }

    private static Moment max(Moment one, Moment other, Comparator<Moment> order) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return order.compare(one, other) >= 0 ? one : other;
    }
}
