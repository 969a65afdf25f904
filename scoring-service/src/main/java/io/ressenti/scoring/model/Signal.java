package io.ressenti.scoring.model;

import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.SignalKind;
import java.util.Objects;
import java.util.UUID;

/**
 * One thing that an event says about a customer's experience.
 *
 * @param id           a function of the event's identity, its revision and {@code ordinal}
 * @param ordinal      the signal's place within its event
 * @param value        0 (worst) to 100 (best)
 * @param emotion      the emotion stated in the same set of answers; null where none was
 * @param dissatisfied whether it shows dissatisfaction
 * @param importance   how much more it weighs in the customer's score than signals of other stages do
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
        double importance,
        Rating rating,
        Cause cause) {

    public Signal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(encounter, "encounter");
        Objects.requireNonNull(kind, "kind");
        if (!(value >= 0 && value <= 100)) {
            throw new IllegalArgumentException("a signal's value lies within 0 to 100, this one is " + value);
        }
    }

    /** An amended event's signals are others than those they replace: what follows from them is told anew. */
    static UUID idOf(Encounter encounter, int ordinal) {
        var place = encounter.revision() == 0 ? "" + ordinal : ordinal + "@" + encounter.revision();
        return NameUuid.of(
                "signal", encounter.brand(), encounter.kind().name(), encounter.source(), encounter.eventId(), place);
    }

    /** The weight in the customer's score, relative to a neutral signal at {@link ForwardDecay#LANDMARK}. */
    public double weight() {
        return Moment.of(this).weight() * importance;
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
