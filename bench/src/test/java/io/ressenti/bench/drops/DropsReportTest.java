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
        // Given one signal an hour, every tenth dissatisfied for four weeks, then all of them; the last tenth was at
        // 22:00
        var signals =
                Stream.concat(hours(0, 28 * 24, 10), hours(28 * 24, 29 * 24, 1)).toList();

        // When
        var report = new DropsReport(WatchedSeries.of(signals), signals.size()).markdown();

        // Then
        assertThat(report)
                .contains("| touchpoints |  1 of 1 |")
                .contains("| partners    |  1 of 1 |")
                .contains("| delivery | 2026-01-28 22:00 | 2026-01-29 04:05 | 10.0 % of 648 | 85.7 % of 7 | open |")
                .contains("| delivery · seller | 2026-01-28 22:00 | 2026-01-29 04:05 | 10.0 % of 648 |");
    }

    private static Stream<ObservedSignal> hours(int from, int to, int dissatisfiedEvery) {
        return IntStream.range(from, to)
                .mapToObj(hour -> new ObservedSignal(
                        "delivery", "seller-9", START.plus(Duration.ofHours(hour)), hour % dissatisfiedEvery == 0));
    }
}
