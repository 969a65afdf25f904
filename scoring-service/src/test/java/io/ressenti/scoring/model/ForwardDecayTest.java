package io.ressenti.scoring.model;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ForwardDecayTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "30, 2", "60, 4", "-30, 0.5", "15, 1.4142135623730951"})
    void doublesWithEveryHalfLife(long days, double weight) {
        // When
        var ours = ForwardDecay.weight(ForwardDecay.LANDMARK.plus(Duration.ofDays(days)));

        // Then
        assertThat(ours).isEqualTo(weight);
    }

    @Test
    void countsFractionsOfASecond() {
        // Given
        var late = ForwardDecay.LANDMARK.plusNanos(500_000_000);

        // When
        var weight = ForwardDecay.weight(late);

        // Then
        assertThat(weight - 1).isCloseTo(Math.log(2) * 0.5 / Duration.ofDays(30).toSeconds(), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01T00:00:00Z, -480", "9999-01-01T00:00:00Z, 480"})
    void keepsWithinADouble(Instant time, double exponent) {
        // When
        var weight = ForwardDecay.weight(time);

        // Then
        assertThat(weight).isEqualTo(Math.pow(2, exponent));
    }

    /**
     * For exponential decay forward and backward are the same (G. Cormode, V. Shkapenyuk, D. Srivastava, B. Xu, "Forward Decay",
     * ICDE 2009, section III): what a signal of age a weighs beside one of age 0 is 2^(−a/h).
     */
    @Test
    void weighsRelativelyAsBackwardDecayWould() {
        // Given
        var now = Instant.parse("2026-11-22T00:00:00Z");
        var old = now.minus(Duration.ofDays(45));

        // When
        var relative = ForwardDecay.weight(old) / ForwardDecay.weight(now);

        // Then
        assertThat(relative).isCloseTo(Math.pow(2, -1.5), within(1e-12));
    }
}
