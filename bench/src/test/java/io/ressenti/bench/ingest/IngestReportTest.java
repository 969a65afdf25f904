package io.ressenti.bench.ingest;

import io.ressenti.bench.load.OpenLoad.Latencies;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IngestReportTest {

    private static final IngestRun.Plan PLAN =
            new IngestRun.Plan(32, 1, Duration.ofSeconds(10), Duration.ofSeconds(1), 2000, 1000, false);

    @Test
    void setsEachFigureBesideItsTarget() {
        // Given
        var one = new Comparison(Shape.ONE, List.of(window(6_000, 240)), List.of(window(10_000, 100)));
        var array = new Comparison(Shape.ARRAY, List.of(window(100_000, 0)), List.of(window(400_000, 0)));
        var latency = new Latency(2000, List.of(latencies(6_000)), List.of(latencies(3_000)));
        var report = new IngestReport(PLAN, List.of(one, array), List.of(20_000.0), latency, 106_001, 106_001);

        // When
        var markdown = report.markdown();

        // Then
        assertThat(markdown.replaceAll(" +", " "))
                .contains(
                        "| One event a request: events/s | 600 | 1,000 | 0.60 | ≥ 0.5 | met |",
                        "| One event a request: µs of processor time an event | 40.0 | 10.0 | 4.00 | ≤ 2.0 | missed |",
                        "| Batches of 100, a JSON array: events/s | 10,000 | 40,000 | 0.25 | ≥ 0.5 | missed |",
                        "| Batches of 100, a JSON array: events/s | 10,000 | 20,000 | 0.50 | ≥ 0.4 | met |",
                        "| p99 | 6.00 | 3.00 | 2.00 | ≤ 3.0 | met |",
                        "The service has confirmed 106,001 events, and 106,001 stand on its topic. It has refused 0 requests,");
        assertThat(report.complete()).isTrue();
    }

    @Test
    void isIncompleteWhereAnEventIsMissing() {
        // Given
        var report = new IngestReport(PLAN, List.of(), List.of(), null, 100, 99);

        // When
        var complete = report.complete();

        // Then
        assertThat(complete).isFalse();
    }

    private static Window window(long events, long processorMillis) {
        return new Window(events, 0, Duration.ofSeconds(10), Duration.ofMillis(processorMillis));
    }

    private static Latencies latencies(long micros) {
        var histogram = new Histogram(1_000_000, 3);
        histogram.recordValue(micros);
        return new Latencies(histogram, 0);
    }
}
