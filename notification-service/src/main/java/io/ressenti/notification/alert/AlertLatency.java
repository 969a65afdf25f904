package io.ressenti.notification.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.ressenti.notification.alert.model.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** {@code ressenti.alert.latency}: from the receipt of a customer's event to the commit of the alert's change. */
@ApplicationScoped
class AlertLatency {

    private final Timer timer;

    AlertLatency(MeterRegistry metrics) {
        this.timer = Timer.builder("ressenti.alert.latency")
                .description("From the receipt of a customer's event to the commit of what it changed about an alert")
                .publishPercentiles(0.5, 0.99)
                .publishPercentileHistogram()
                .register(metrics);
    }

    /** Notes changes that have just been committed; those that a person made have no latency. */
    void record(List<Change> committed) {
        var now = Instant.now();
        committed.stream()
                .map(Change::receivedAt)
                .filter(Objects::nonNull)
                .forEach(received -> timer.record(Duration.between(received, now)));
    }
}
