package io.ressenti.scoring.model;

import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.SignalKind;
import java.util.Objects;
import java.util.UUID;

/**
 * One thing that an event says about a customer's experience.
 *
 * @param id           a function of the event's identity and {@code ordinal}
 * @param ordinal      the signal's place within its event
 * @param value        0 (worst) to 100 (best)
 * @param emotion      the emotion stated in the same set of answers; null where none was
 * @param dissatisfied whether it shows dissatisfaction
 * @param rating       what it counts as besides: the answer on its own scale, a promise broken; null where there is none
 * @param cause        what of the event says so
 */
public record Signal(
        UUID id,
        int ordinal,
        Encounter encounter,
        SignalKind kind,
        double value,
        Emotion emotion,
        boolean dissatisfied,
        Rating rating,
        Cause cause) {

    /** The value below which negativity weighs more. */
    private static final double MIDDLE = 50;

    /** λ: how much more a bad signal weighs than a good one (bad news travels further). */
    private static final double NEGATIVITY = 2;

    public Signal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(encounter, "encounter");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(cause, "cause");
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("a signal's value lies within 0 to 100, this one is " + value);
        }
    }

    static UUID idOf(Encounter encounter, int ordinal) {
        return NameUuid.of(
                "signal",
                encounter.brand(),
                encounter.kind().name(),
                encounter.source(),
                encounter.eventId(),
                Integer.toString(ordinal));
    }

    /** The weight in the customer's score, relative to a neutral signal at {@link ForwardDecay#LANDMARK}. */
    public double weight() {
        return ForwardDecay.weight(encounter.occurredAt()) * (value < MIDDLE ? NEGATIVITY : 1);
    }

    /** How far the value is from neither good nor bad. */
    static double extremity(double value) {
        return Math.abs(value - MIDDLE);
    }

    /** Whether the customer said it, or it was observed. */
    public boolean stated() {
        return kind.stated();
    }

    /** The series that the value belongs to, whatever it was read from. */
    public Series series() {
        return stated() ? Series.EXPERIENCE_STATED : Series.EXPERIENCE_OBSERVED;
    }
}
