package io.ressenti.bench.ingest;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    @Test
    void comparesTheMediansOfTheRounds() {
        // Given three rounds, the last of which was disturbed
        var comparison = new Comparison(
                Shape.ONE,
                List.of(window(6_000, 0, 900), window(5_000, 0, 1_000), window(100, 2, 2_000)),
                List.of(window(10_000, 0, 1_000), window(8_000, 1, 800), window(12_000, 0, 600)));

        // When
        var ratios = List.of(comparison.rateRatio(), comparison.costRatio());

        // Then 500 events/s beside 1,000, and 200 µs an event beside 100
        assertThat(comparison.serviceRate()).isEqualTo(500);
        assertThat(comparison.serviceMicros()).isEqualTo(200);
        assertThat(ratios).containsExactly(0.5, 2.0);
        assertThat(comparison.refusedByService()).isEqualTo(2);
        assertThat(comparison.refusedByProbe()).isEqualTo(1);
    }

    @Test
    void costsNothingWhereNothingWasTakenIn() {
        // Given
        var window = window(0, 7, 100);

        // When
        var cost = window.microsPerEvent();

        // Then
        assertThat(cost).isZero();
    }

    @Test
    void takesTheMiddleOfTwoWhereTheirNumberIsEven() {
        // Given
        var values = List.of(4.0, 1.0, 3.0, 100.0);

        // When
        var median = Medians.of(values, Double::doubleValue);

        // Then
        assertThat(median).isEqualTo(3.5);
    }

    @Test
    void hasNoMedianOfNothing() {
        // Given
        List<Double> nothing = List.of();

        // When
        var median = Medians.of(nothing, Double::doubleValue);

        // Then
        assertThat(median).isNaN();
    }

    private static Window window(long events, long refused, long processorMillis) {
        return new Window(events, refused, Duration.ofSeconds(10), Duration.ofMillis(processorMillis));
    }
}
