package io.ressenti.scoring.model;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShareTest {

    private static final Offset<Double> FOUR_DIGITS = within(5.001e-5);
    private static final Sums ALL_OF_TEN = new Sums(10, 50, 250, 10, 0);
    private static final Sums NEARLY_ALL_OF_MANY = new Sums(1000, 4900, 24100, 950, 50);

    /** R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I. */
    @ParameterizedTest
    @CsvSource({"81, 263, 0.2553, 0.3662", "15, 148, 0.0624, 0.1605", "0, 20, 0.0000, 0.1611", "1, 29, 0.0061, 0.1718"})
    void agreesWithNewcombesWilsonIntervals(long hits, long n, double low, double high) {
        // When
        var interval = Interval.wilson(hits, n);

        // Then
        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    /**
     * R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven methods",
     * Statistics in Medicine 17, 1998, table II, method 10, examples (a) to (h).
     */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "10, 10, 0, 10, 0.6075, 1.0000",
    })
    void agreesWithNewcombesDifferences(long hits, long n, long otherHits, long otherN, double low, double high) {
        // When
        var interval = Share.newcombe(hits, n, otherHits, otherN);

        // Then
        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @Test
    void countsAChangeFromBeforeToAfterInPoints() {
        // Given 48 of 80, then 56 of 70: Newcombe's example (a)
        var before = new Sums(80, 0, 0, 48, 0);
        var after = new Sums(70, 0, 0, 56, 0);

        // When
        var change = Share.FAVOURABLE.change(before, after, after);

        // Then
        assertThat(change.low()).isCloseTo(5.24, within(5e-3));
        assertThat(change.high()).isCloseTo(33.39, within(5e-3));
    }

    @Test
    void countsWhatItIsAShareOf() {
        // Given 3 favourable and 1 unfavourable of 4
        var sums = new Sums(4, 15, 61, 3, 1);

        // When
        var shares = new double[] {Share.FAVOURABLE.value(sums), Share.UNFAVOURABLE.value(sums)};

        // Then
        assertThat(shares).containsExactly(75, 25);
    }

    @Test
    void letsNoSmallSampleWinByAgreeingWithItself() {
        // When
        var small = Share.FAVOURABLE.rankingInterval(ALL_OF_TEN, NEARLY_ALL_OF_MANY);
        var large = Share.FAVOURABLE.rankingInterval(NEARLY_ALL_OF_MANY, NEARLY_ALL_OF_MANY);

        // Then ten of ten prove 72 % and more; 950 of 1,000 prove 93 %
        assertThat(small.low()).isCloseTo(72.2467, within(1e-3));
        assertThat(large.low()).isCloseTo(93.4687, within(1e-3));
    }

    @Test
    void believesASampleTheMoreTheMoreItHolds() {
        // When ten values, as many as the parent weighs
        var shrunk = Share.FAVOURABLE.shrunk(ALL_OF_TEN, NEARLY_ALL_OF_MANY);

        // Then half-way between 95 and 100
        assertThat(shrunk).isEqualTo(97.5);
    }
}
