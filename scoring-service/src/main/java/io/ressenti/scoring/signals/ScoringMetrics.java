package io.ressenti.scoring.signals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.ressenti.platform.metrics.LatencyBuckets;
import io.ressenti.platform.trace.Origin;
import io.ressenti.platform.trace.Traces;
import io.ressenti.scoring.model.EventKind;
import io.ressenti.scoring.model.ScoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ressenti_scoring_events_total} by what became of the events, and {@code ressenti_scoring_latency_seconds}, from an event's receipt to
 * the commit of the scores in which it counts.
 */
@Startup
@ApplicationScoped
class ScoringMetrics {

    private final Map<EventKind, Meters> byKind = new EnumMap<>(EventKind.class);
    private final Traces traces;

    private record Meters(Counter counted, Counter duplicate, Timer latency) {}

    ScoringMetrics(MeterRegistry metrics, Traces traces) {
        this.traces = traces;
        for (var kind : EventKind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT);
            var latency = LatencyBuckets.timer("ressenti.scoring.latency")
                    .description("From the receipt of an event to the commit of the scores in which it counts")
                    .tag("kind", name)
                    .register(metrics);
            byKind.put(kind, new Meters(events(metrics, name, "counted"), events(metrics, name, "duplicate"), latency));
        }
    }

    /**
     * Notes a batch that has just been committed.
     *
     * @param kind     of all its events
     * @param received how many events there were
     * @param counted  those that changed something; the others had counted before
     */
    void committed(EventKind kind, int received, List<ScoredEvent> counted) {
        var meters = byKind.get(kind);
        meters.counted().increment(counted.size());
        meters.duplicate().increment(received - counted.size());
        var now = Instant.now();
        for (var event : counted) {
            var key = event.key();
            var latency = Duration.between(event.encounter().receivedAt(), now);
            traces.measuring(new Origin(key.brand(), key.source(), key.id()), () -> meters.latency()
                    .record(latency));
        }
    }

    private static Counter events(MeterRegistry metrics, String kind, String result) {
        return metrics.counter("ressenti.scoring.events", "kind", kind, "result", result);
    }
}
