package io.ressenti.scoring.model.drop;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CusumTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @Test
    void aSignalCountsAsItsLikelihoodRatioBetweenTheShareAndTwiceItsOdds() {
        // Given odds of 1:9, doubled 2:9
        var p = 0.1;
        var doubled = 2.0 / 11;
        var cusum = new Cusum(Math.log1p(p), Math.log1p(p), 1, 5);

        // When
        var statistic = cusum.afterIfWorse(1, new Tally(3, 2));

        // Then
        assertThat(statistic)
                .isCloseTo(1 + 2 * Math.log(doubled / p) + Math.log((1 - doubled) / (1 - p)), within(1e-12));
    }

    @Test
    void theWayBackIsTheMirror() {
        // Given
        var cusum = new Cusum(Math.log1p(0.12), Math.log1p(0.1), 1, 5);

        // When
        var statistic = cusum.afterIfBetter(1, new Tally(20, 1));

        // Then
        assertThat(statistic).isCloseTo(1 + 20 * Math.log(1.1) - Math.log(2), within(1e-12));
    }

    @Test
    void signalsThatAgreeWithEachOtherCountForLess() {
        // Given
        var alone = new Cusum(Math.log1p(0.1), Math.log1p(0.1), 1, 5);
        var inPairs = new Cusum(Math.log1p(0.1), Math.log1p(0.1), 2, 5);

        // When
        var statistic = inPairs.afterIfWorse(1, new Tally(8, 4));

        // Then
        assertThat(statistic).isCloseTo(alone.afterIfWorse(1, new Tally(4, 2)), within(1e-12));
    }

    @Test
    void neverFallsBelowZero() {
        // Given
        var cusum = new Cusum(Math.log1p(0.1), Math.log1p(0.1), 1, 5);

        // When
        var statistics =
                new double[] {cusum.afterIfWorse(0.05, new Tally(1, 0)), cusum.afterIfBetter(0.5, new Tally(1, 1))};

        // Then
        assertThat(statistics).containsExactly(0, 0);
    }

    /**
     * With ln(1+p) = ln 2 / m the statistic walks on a lattice: m − 1 steps up, or one down. Its mean run is the solution of a
     * linear system, which knows nothing of the formula for the threshold.
     */
    @ParameterizedTest
    @CsvSource({"3, 120", "3, 3000", "7, 120", "7, 3000", "14, 120", "14, 3000", "30, 3000", "30, 30000"})
    void meansAtLeastTheStatedNumberOfSignalsToAFalseAlarm(int m, double stated) {
        // Given
        var share = Math.pow(2, 1.0 / m) - 1;

        // When
        var threshold = Cusum.threshold(share, stated);

        // Then
        var run = meanRun(share, m, threshold);
        assertThat(run).as("mean number of signals to a false alarm").isBetween(stated, 2.5 * stated);
    }

    @Test
    void theThresholdOfABaselineFollowsFromItsCautiousShareAndItsRate() {
        // Given 2,800 signals over 28 days
        var baseline = new Baseline(DAY, new Tally(2800, 280), 28, 1);

        // When
        var cusum = Cusum.of(baseline, 30);

        // Then
        assertThat(cusum.worse()).isCloseTo(Math.log1p(baseline.cautiousShare()), within(1e-12));
        assertThat(cusum.better()).isCloseTo(Math.log1p(baseline.share()), within(1e-12));
        assertThat(cusum.threshold()).isEqualTo(Cusum.threshold(baseline.cautiousShare(), 3000));
    }

    /** Of a Markov chain over the statistic in units of ln 2 / m, from zero until {@code threshold} is reached. */
    private static double meanRun(double share, int m, double threshold) {
        var states = (int) Math.ceil(threshold * m / Math.log(2) - 1e-9);
        var system = new double[states][states + 1];
        for (int state = 0; state < states; state++) {
            system[state][state] += 1;
            system[state][Math.max(0, state - 1)] -= 1 - share;
            if (state + m - 1 < states) {
                system[state][state + m - 1] -= share;
            }
            system[state][states] = 1;
        }
        return solve(system)[0];
    }

    private static double[] solve(double[][] system) {
        for (int column = 0; column < system.length; column++) {
            eliminate(system, column);
        }
        return Arrays.stream(system).mapToDouble(row -> row[system.length]).toArray();
    }

    private static void eliminate(double[][] system, int column) {
        var pivot = system[column];
        var divisor = pivot[column];
        Arrays.setAll(pivot, i -> pivot[i] / divisor);
        for (var row : system) {
            var factor = row[column];
            if (row != pivot && factor != 0) {
                Arrays.setAll(row, i -> row[i] - factor * pivot[i]);
            }
        }
    }
}
