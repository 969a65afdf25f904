package io.ressenti.touchpoint.ingestion;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.ressenti.touchpoint.ingestion.model.Answer;
import io.ressenti.touchpoint.ingestion.model.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts verdicts: {@code ressenti_touchpoints_total} by verdict and reason. Reasons are our own kinds of problem, a few. */
@Startup
@ApplicationScoped
class IngestionMetrics {

    private static final String NAME = "ressenti.touchpoints";

    private final Map<String, Counter> rejectedByReason = new ConcurrentHashMap<>();
    private final Counter accepted;
    private final MeterRegistry registry;

    IngestionMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = registry.counter(NAME, "verdict", "accepted", "reason", "none");
    }

    void count(List<Answer> answers) {
        for (var answer : answers) {
            switch (answer) {
                case Answer.TakenIn ignored -> accepted.increment();
                case Verdict.Rejected rejected ->
                    rejectedByReason
                            .computeIfAbsent(rejected.problem().kind(), this::rejected)
                            .increment();
            }
        }
    }

    private Counter rejected(String reason) {
        return registry.counter(NAME, "verdict", "rejected", "reason", reason);
    }
}
