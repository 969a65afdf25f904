package io.ressenti.bench.drops;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DropsReportTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void listsWhatWasFoundBesideWhatIsPromised() {
        // Given one signal an hour, a tenth of them dissatisfied for four weeks, then all of them
        var signals =
                Stream.concat(hours(0, 28 * 24, 10), hours(28 * 24, 29 * 24, 1)).toList();

        // When
        var report = new DropsReport(WatchedSeries.of(signals), signals.size()).markdown();

        // Then
        assertThat(report)
                .contains("| touchpoints |  1 of 1 |")
                .contains("| partners    |  1 of 1 |")
                .contains("| delivery ", "| delivery · seller ")
                .contains("10.0 % of")
                .contains("100.0 % of")
                .contains("open");
    }

    private static Stream<ObservedSignal> hours(int from, int to, int dissatisfiedEvery) {
        return IntStream.range(from, to)
                .mapToObj(hour -> new ObservedSignal(
                        "delivery", "seller-9", START.plus(Duration.ofHours(hour)), hour % dissatisfiedEvery == 0));
    }
}
