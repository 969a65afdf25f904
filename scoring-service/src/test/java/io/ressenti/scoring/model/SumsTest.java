package io.ressenti.scoring.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SumsTest {

    private static final Sums PROMOTER = Sums.of(10, true, false);
    private static final Sums DETRACTOR = Sums.of(3, false, true);

    @Test
    void addsUpWhatMetricsNeed() {
        // When
        var sums = PROMOTER.plus(PROMOTER).plus(DETRACTOR);

        // Then
        assertThat(sums).isEqualTo(new Sums(3, 23, 209, 2, 1));
    }

    @Test
    void takesAPartAwayExactly() {
        // Given
        var whole = PROMOTER.plus(PROMOTER).plus(DETRACTOR);

        // When
        var left = whole.minus(PROMOTER.plus(DETRACTOR));

        // Then
        assertThat(left).isEqualTo(PROMOTER);
    }

    @Test
    void hasNoVarianceBelowZero() {
        // Given three times 0.1, whose squares do not add up exactly
        var sums = Sums.of(0.1, false, false).plus(Sums.of(0.1, false, false)).plus(Sums.of(0.1, false, false));

        // When
        var variance = sums.variance();

        // Then
        assertThat(variance).isBetween(0.0, 1e-15);
    }
}
