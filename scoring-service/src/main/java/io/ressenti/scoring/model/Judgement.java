package io.ressenti.scoring.model;

import io.ressenti.contracts.Stage;
import java.util.Map;

/**
 * What a brand makes of signals.
 *
 * @param dissatisfiedBelow a signal is dissatisfied when its value lies below; an NPS answer when it is a detractor's
 * @param importance        how much more signals of a stage weigh in a customer's score; 1 where nothing is said
 */
public record Judgement(double dissatisfiedBelow, Map<Stage, Double> importance) {

    /** Of a brand that says nothing else. */
    public static final Judgement USUAL = new Judgement(40, Map.of());

    public Judgement {
        importance = Map.copyOf(importance);
        if (!(dissatisfiedBelow >= 0 && dissatisfiedBelow <= 100)) {
            throw new IllegalArgumentException("dissatisfied-below lies within 0 to 100, not " + dissatisfiedBelow);
        }
        if (!importance.values().stream().allMatch(weight -> weight > 0 && weight <= 100)) {
            throw new IllegalArgumentException("a stage's importance lies above 0, up to 100: " + importance);
        }
    }

    double importanceOf(Stage stage) {
        return importance.getOrDefault(stage, 1.0);
    }
}
