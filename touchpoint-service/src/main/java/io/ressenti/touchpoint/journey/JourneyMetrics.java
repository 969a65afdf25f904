package io.ressenti.touchpoint.journey;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what became of the events that were read for the timelines: {@code ressenti_journey_events_total} by result. */
@Startup
@ApplicationScoped
class JourneyMetrics {

    private final Counter stored;
    private final Counter amended;
    private final Counter passedOver;
    private final Counter duplicates;
    private final Counter conflicts;

    JourneyMetrics(MeterRegistry metrics) {
        stored = counter(metrics, "stored");
        amended = counter(metrics, "amended");
        // Older than its brand keeps timelines; or there already, and its id forgotten.
        passedOver = counter(metrics, "passed-over");
        duplicates = counter(metrics, "duplicate");
        conflicts = counter(metrics, "conflict");
    }

    void count(JourneyStore.Stored batch) {
        var added = batch.added();
        stored.increment(added.stored());
        passedOver.increment(added.fresh() - added.stored());
        amended.increment(batch.amended());
        duplicates.increment(batch.received() - added.fresh() - batch.amended() - batch.conflicts());
        conflicts.increment(batch.conflicts());
    }

    private static Counter counter(MeterRegistry metrics, String result) {
        return metrics.counter("ressenti.journey.events", "result", result);
    }
}
