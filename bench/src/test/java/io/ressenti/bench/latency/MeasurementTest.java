package io.ressenti.bench.latency;

import io.ressenti.bench.latency.Measurement.Figures;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeasurementTest {

    private static final long MILLI = 1_000_000;

    private final Measurement measurement = new Measurement();

    @Test
    void countsFromTheMomentTheRequestWasDue() {
        // Given a hundred requests, the i-th answered after i milliseconds
        for (int i = 1; i <= 100; i++) {
            measurement.due("c" + i, Kind.TOUCHPOINT, 5 * MILLI);
            measurement.arrived("c" + i, (5 + i) * MILLI);
        }

        // When
        var figures = measurement.figures(Kind.TOUCHPOINT);

        // Then
        assertThat(figures.count()).isEqualTo(100);
        assertThat(figures.lost()).isZero();
        assertThat(figures.p50()).isCloseTo(50, Offset.offset(0.1));
        assertThat(figures.p99()).isCloseTo(99, Offset.offset(0.1));
        assertThat(figures.max()).isCloseTo(100, Offset.offset(0.1));
        assertThat(measurement.figures(Kind.FEEDBACK)).isEqualTo(new Figures("feedback", 0, 0, 0, 0, 0, 0));
    }

    @Test
    void countsAnAlertOnceAndOnlyWhereOneWasDue() {
        // Given
        measurement.due("c1", Kind.FEEDBACK, 0);
        measurement.due("c2", Kind.FEEDBACK, 0);

        // When
        measurement.arrived("c1", MILLI);
        measurement.arrived("c1", 9 * MILLI);
        measurement.arrived("somebody-else", MILLI);

        // Then
        assertThat(measurement.figures(Kind.FEEDBACK))
                .extracting(Figures::count, Figures::lost)
                .containsExactly(1L, 1L);
        assertThat(measurement.outstanding()).isEqualTo(1);
    }
}
