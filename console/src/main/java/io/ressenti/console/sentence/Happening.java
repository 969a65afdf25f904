package io.ressenti.console.sentence;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;

/** One thing that can be told about a customer. {@code touchpoint} is always its name, never its code. */
public sealed interface Happening {

    /** A promise was not kept. */
    record PromiseBroken(String touchpoint, PromiseMeasured promise) implements Happening {}

    /** The customer rated; {@code emotion} is what they felt, null where they did not say. */
    record Rated(String touchpoint, Answer rating, Emotion emotion) implements Happening {}

    /** The customer said what they felt, and rated nothing. */
    record Felt(String touchpoint, Emotion emotion) implements Happening {}

    /** It did not work. */
    record Failed(String touchpoint) implements Happening {}

    /** The customer gave up half-way. */
    record GaveUp(String touchpoint) implements Happening {}

    /** The customer's score fell; {@code before} is null where there was none. */
    record ScoreFell(Double before, double after) implements Happening {}

    /** Something bad that cannot be told more exactly. */
    record LetDown(String touchpoint) implements Happening {}

    /**
     * What a cause tells.
     *
     * @param cause   may be null
     * @param emotion what was felt, from the same answer; may be null
     */
    static Happening of(String touchpoint, Cause cause, Emotion emotion) {
        if (cause == null) {
            return new LetDown(touchpoint);
        }
        if (cause.promise() != null) {
            return new PromiseBroken(touchpoint, cause.promise());
        }
        if (cause.answer() != null) {
            return ofAnswer(touchpoint, cause.answer(), emotion);
        }
        return ofOutcome(touchpoint, cause.outcome());
    }

    private static Happening ofAnswer(String touchpoint, Answer answer, Emotion emotion) {
        var felt = answer.emotion() == null ? emotion : answer.emotion();
        if (answer.value() != null) {
            return new Rated(touchpoint, answer, felt);
        }
        return felt == null ? new LetDown(touchpoint) : new Felt(touchpoint, felt);
    }

    private static Happening ofOutcome(String touchpoint, Outcome outcome) {
        return switch (outcome) {
            case FAILURE -> new Failed(touchpoint);
            case ABANDONED -> new GaveUp(touchpoint);
            case SUCCESS -> new LetDown(touchpoint);
            case null -> new LetDown(touchpoint);
        };
    }
}
