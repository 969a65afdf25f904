package io.ressenti.scoring.model;

import java.util.OptionalDouble;

/**
 * What a customer's signals add up to. {@link #plus} and {@link #merge} are commutative and associative, with {@link #NONE} as
 * neutral element: the score is a function of the set of signals, whatever their order and however they were batched.
 *
 * @param n               how many signals
 * @param weight          Σw, forward-decayed
 * @param weightedValue   Σw·v
 * @param squaredWeight   Σw²
 * @param peak            the signal farthest from 50; null where there is none
 * @param last            the last signal in event time; null where there is none
 * @param bestStated      the best value that the customer stated; null where they stated none
 */
public record CustomerScore(
        long n,
        double weight,
        double weightedValue,
        double squaredWeight,
        Moment peak,
        Moment last,
        Double bestStated) {

    /** The score of a customer of whom nothing is known. */
    public static final CustomerScore NONE = new CustomerScore(0, 0, 0, 0, null, null, null);

    /** The score of one signal. */
    public static CustomerScore of(Signal signal) {
        return of(Moment.of(signal), signal.weight(), signal.stated());
    }

    /**
     * The score of one signal, of which no more is known than it takes.
     *
     * @param weight as the signal had it when it came to count
     * @param stated whether the customer said it
     */
    public static CustomerScore of(Moment moment, double weight, boolean stated) {
        return new CustomerScore(
                1, weight, weight * moment.value(), weight * weight, moment, moment, stated ? moment.value() : null);
    }

    /** This score with one more signal. */
    public CustomerScore plus(Signal signal) {
        return merge(of(signal));
    }

    /** The score of the signals of both; no signal may be in both. */
    public CustomerScore merge(CustomerScore other) {
        return new CustomerScore(
                n + other.n,
                weight + other.weight,
                weightedValue + other.weightedValue,
                squaredWeight + other.squaredWeight,
                Moment.moreExtreme(peak, other.peak),
                Moment.later(last, other.last),
                max(bestStated, other.bestStated));
    }

    /** The decayed mean Σwv/Σw, 0–100, to six decimals; empty where there is no signal. */
    public OptionalDouble experienced() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(Rounded.of(weightedValue / weight));
    }

    /**
     * Half the peak, half the end, 0–100: what people remember of an episode (Kahneman, Fredrickson, Schreiber, Redelmeier:
     * "When More Pain Is Preferred to Less: Adding a Better End", 1993). To six decimals; empty where there is no signal.
     */
    public OptionalDouble remembered() {
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(Rounded.of((peak.value() + last.value()) / 2));
    }

    /** How many equally weighted signals would be as firm a ground: (Σw)²/Σw² (Kish 1965), to six decimals. 0 where there is no signal. */
    public double effectiveN() {
        return n == 0 ? 0 : Rounded.of(weight / squaredWeight * weight);
    }

    private static Double max(Double one, Double other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.max(one, other);
    }
}
