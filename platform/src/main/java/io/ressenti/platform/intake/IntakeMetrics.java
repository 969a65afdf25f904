package io.ressenti.platform.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.ressenti.platform.event.ConsumedTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code ressenti_intake_batch_records} and {@code ressenti_intake_batch_seconds}: how much is taken in at a time, and how fast. */
@Startup
@ApplicationScoped
class IntakeMetrics {

    private final Map<String, Batches> byTopic = new ConcurrentHashMap<>();
    private final MeterRegistry registry;

    private record Batches(DistributionSummary records, Timer time) {}

    IntakeMetrics(MeterRegistry registry, ConsumedTopics topics) {
        this.registry = registry;
        topics.names().forEach(this::of);
    }

    /** Notes a batch that is stored or set aside. */
    void processed(String topic, int records, Duration time) {
        var batches = of(topic);
        batches.records().record(records);
        batches.time().record(time);
    }

    private Batches of(String topic) {
        return byTopic.computeIfAbsent(topic, this::register);
    }

    private Batches register(String topic) {
        var records = DistributionSummary.builder("ressenti.intake.batch.records")
                .description("How many records of a topic were taken in at a time")
                .tag("topic", topic)
                .register(registry);
        var time = Timer.builder("ressenti.intake.batch")
                .description("How long it took until a batch of a topic was stored or set aside")
                .tag("topic", topic)
                .register(registry);
        return new Batches(records, time);
    }
}
