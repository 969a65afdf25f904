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

    /** Neither good nor bad; below it negativity weighs more. */
    private static final double MIDDLE = 50;

    /** λ: how much more a bad signal weighs than a good one (bad news travels further). */
    private static final double NEGATIVITY = 2;

    /** The last comes last. */
    private static final Comparator<Moment> BY_TIME =
            Comparator.comparing(Moment::at).thenComparing(Moment::ordinal).thenComparing(Moment::id);

    /** The one farthest from neutral comes last; of equals the later one, for it is the fresher memory. */
    private static final Comparator<Moment> BY_EXTREMITY =
            Comparator.comparingDouble(Moment::extremity).thenComparing(BY_TIME);

    static Moment of(Signal signal) {
        return new Moment(signal.value(), signal.encounter().occurredAt(), signal.ordinal(), signal.id());
    }

    /** The weight in a customer's score, relative to a neutral signal at {@link ForwardDecay#LANDMARK}. */
    double weight() {
        return ForwardDecay.weight(at) * (value < MIDDLE ? NEGATIVITY : 1);
    }

    private double extremity() {
        return Math.abs(value - MIDDLE);
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
