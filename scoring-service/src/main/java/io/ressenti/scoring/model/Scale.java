package io.ressenti.scoring.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.Polarity;

/** A rating scale of whole numbers, both ends included. */
record Scale(int low, int high) {

    static final Scale NPS = new Scale(0, 10);

    Scale {
        if (high <= low) {
            throw new IllegalArgumentException("a scale's upper end lies above its lower end, not " + high);
        }
    }

    /** 1..k as the answer says. */
    static Scale fromOne(Answer answer) {
        if (answer.scale() == null) {
            throw new IllegalArgumentException("an answer with a rating carries its scale");
        }
        return new Scale(1, answer.scale());
    }

    /**
     * The answer's rating turned so that higher is better.
     *
     * @throws IllegalArgumentException where there is no rating, or it lies outside the scale
     */
    int ratingOf(Answer answer) {
        if (answer.value() == null || answer.value() < low || answer.value() > high) {
            throw new IllegalArgumentException(
                    "a rating on " + low + " to " + high + " is expected, not " + answer.value());
        }
        return answer.polarity() == Polarity.LOWER_IS_BETTER ? low + high - answer.value() : answer.value();
    }

    /** Linear to 0–100. */
    double toHundred(int rating) {
        return 100.0 * (rating - low) / (high - low);
    }
}
