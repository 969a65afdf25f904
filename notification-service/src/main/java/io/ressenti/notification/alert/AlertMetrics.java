package io.ressenti.notification.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.ressenti.contracts.AlertChange;
import io.ressenti.notification.alert.model.Change;
import io.ressenti.platform.metrics.LatencyBuckets;
import io.ressenti.platform.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ressenti_alert_latency_seconds}, from the receipt of a customer's event to the commit of the alert's change, and
 * {@code ressenti_alert_changes_total}.
 */
@Startup
@ApplicationScoped
class AlertMetrics {

    private final Traces traces;
    private final Timer latency;
    private final Map<AlertChange, Counter> changes = new EnumMap<>(AlertChange.class);

    AlertMetrics(MeterRegistry metrics, Traces traces) {
        this.traces = traces;
        this.latency = LatencyBuckets.timer("ressenti.alert.latency")
                .description("From the receipt of a customer's event to the commit of what it changed about an alert")
                .register(metrics);
        for (var change : AlertChange.values()) {
            var name = change.name().toLowerCase(Locale.ROOT);
            changes.put(change, metrics.counter("ressenti.alert.changes", "change", name));
        }
    }

    /** Notes changes that have just been committed; those that a person made have no latency. */
    void record(List<Change> committed) {
        var now = Instant.now();
        for (var change : committed) {
            changes.get(change.what()).increment();
            if (change.receivedAt() != null) {
                var sinceReceipt = Duration.between(change.receivedAt(), now);
                traces.measuring(AlertLedger.origin(change), () -> latency.record(sinceReceipt));
            }
        }
    }
}
