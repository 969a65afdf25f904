package io.ressenti.scoring.model.drop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/scoring.md says about false alarms and delays is what a simulation gives, to the letter. */
class DropSimulationTest {

    private static final double FALSE_ALARM_DAYS = 30;
    private static final int DAYS_WATCHED = 120;
    private static final int DAYS_BEFORE = 30;
    private static final int DAYS_TO_BE_FOUND = 400;
    private static final int SIGNALS = 2_000_000;

    /** A series' numbers. */
    private record Figures(double rate, double share, double falseAlarmDays, double delayDays) {

        String row() {
            return String.format(
                    Locale.ROOT,
                    "| %.0f | %.0f %% | %.0f days | %s | %.0f |",
                    rate,
                    100 * share,
                    falseAlarmDays,
                    delayDays < 2 ? "%.0f hours".formatted(24 * delayDays) : "%.1f days".formatted(delayDays),
                    rate * delayDays);
        }
    }

    @Test
    void falseAlarmsAreAsRareAsStatedAndDelaysAreAsDocumented() throws IOException {
        // Given
        var documented = Files.readString(Path.of("..", "docs", "scoring.md"));

        // When
        var figures = List.of(4.0, 20.0, 100.0, 1000.0).stream()
                .flatMap(rate -> List.of(0.02, 0.1, 0.3).stream().map(share -> simulate(rate, share)))
                .toList();

        // Then
        assertThat(figures).allSatisfy(series -> assertThat(series.falseAlarmDays())
                .as("mean days to a false alarm of %s", series)
                .isGreaterThanOrEqualTo(FALSE_ALARM_DAYS));
        assertThat(documented).contains(figures.stream().map(Figures::row).collect(Collectors.joining("\n")));
    }

    @ParameterizedTest
    @CsvSource({"20, 0.1", "100, 0.1", "100, 0.3"})
    void signalsThatAgreeWithEachOtherRaiseNoMoreFalseAlarms(double rate, double share) {
        // Given events that make three signals each, which are dissatisfied together
        var simulation = new Simulation(rate, share, 3, FALSE_ALARM_DAYS);

        // When
        var days = daysToFalseAlarm(simulation, 150);

        // Then
        assertThat(days).isGreaterThanOrEqualTo(FALSE_ALARM_DAYS);
    }

    private static Figures simulate(double rate, double share) {
        var simulation = new Simulation(rate, share, 1, FALSE_ALARM_DAYS);
        var runs = (int) Math.clamp(SIGNALS / rate / DAYS_WATCHED, 100, 1000);
        return new Figures(rate, share, daysToFalseAlarm(simulation, runs), daysToDetection(simulation, runs));
    }

    /** Days watched by alarms raised: the mean time to an alarm where the end of a run cuts some off. */
    private static double daysToFalseAlarm(Simulation simulation, int runs) {
        var random = new SplittableRandom(1);
        var all = IntStream.range(0, runs)
                .mapToObj(run -> simulation.unchanged(random, DAYS_WATCHED))
                .toList();
        var alarms = all.stream().filter(Simulation.Run::alarmed).count();
        return all.stream().mapToDouble(Simulation.Run::days).sum() / alarms;
    }

    private static double daysToDetection(Simulation simulation, int runs) {
        var random = new SplittableRandom(2);
        return IntStream.range(0, runs)
                .mapToObj(run -> simulation.delay(random, DAYS_BEFORE, DAYS_TO_BE_FOUND))
                .flatMapToDouble(delay -> delay.stream())
                .average()
                .orElseThrow();
    }
}
