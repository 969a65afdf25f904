package io.ressenti.platform.metrics;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.LongStream;

/** How latencies are counted that a service level is about: in a few buckets, the same everywhere. */
public final class LatencyBuckets {

    /** The objective is one second: finer below it, and beyond it up to what an outage takes. */
    private static final Duration[] BOUNDS = LongStream.of(
                    25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private LatencyBuckets() {}

    /** A timer with these buckets. */
    public static Timer.Builder timer(String name) {
        return Timer.builder(name).serviceLevelObjectives(BOUNDS);
    }
}
