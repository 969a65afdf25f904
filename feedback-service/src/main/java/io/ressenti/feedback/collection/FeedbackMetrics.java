package io.ressenti.feedback.collection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** {@code ressenti_feedback_total} by verdict and reason. Reasons are our own kinds of problem, a few. */
@Startup
@ApplicationScoped
class FeedbackMetrics {

    private final MeterRegistry metrics;

    FeedbackMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        for (var outcome : Outcome.values()) {
            counter(outcome);
        }
    }

    /** Counts what has been stored, and what has not. */
    void count(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> counter(outcome).increment());
    }

    /** What {@code examination} gives; counts what it refuses. */
    <T> T examining(Supplier<T> examination) {
        try {
            return examination.get();
        } catch (ProblemException e) {
            rejected(e.problem());
            throw e;
        }
    }

    /** Counts what could not be stored because of {@code problem}. */
    void rejected(Problem problem) {
        counter("rejected", problem.kind()).increment();
    }

    private Counter counter(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> counter("accepted", "none");
            case DUPLICATE -> counter("duplicate", "none");
            case UNKNOWN_TOUCHPOINT -> counter("rejected", "unknown-touchpoint");
            case ERASED -> counter("rejected", "erased");
        };
    }

    private Counter counter(String verdict, String reason) {
        return metrics.counter("ressenti.feedback", "verdict", verdict, "reason", reason);
    }
}
