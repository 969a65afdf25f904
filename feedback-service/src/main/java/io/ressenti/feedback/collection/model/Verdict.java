package io.ressenti.feedback.collection.model;

import io.ressenti.platform.problem.Violation;
import java.util.List;

/** What examining something comes to: a sound value, or everything that is wrong. */
public sealed interface Verdict<T> {

    /** Nothing is wrong. */
    record Sound<T>(T value) implements Verdict<T> {}

    /** At least one thing is wrong. */
    record Unsound<T>(List<Violation> violations) implements Verdict<T> {

        public Unsound {
            violations = List.copyOf(violations);
        }
    }

    static <T> Verdict<T> sound(T value) {
        return new Sound<>(value);
    }

    static <T> Verdict<T> unsound(String pointer, String message) {
        return new Unsound<>(List.of(new Violation(pointer, message)));
    }
}
