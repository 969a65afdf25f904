package io.ressenti.scoring.model;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Why means have Student's interval, and rankings a moderated one: how often they hold the true mean, by simulation. */
class CoverageTest {

    private static final int SAMPLES = 20_000;
    private static final Mean EXPERIENCE = new Mean(0, 100);

    private record Coverage(double normal, double student, double moderated) {}

    /** Shares in percent of the values 0, 25, 50, 75 and 100: all alike, and mostly content with some who are not at all. */
    @ParameterizedTest
    @CsvSource({
        "20, 20, 20, 20, 20, 10, 0.93",
        "20, 20, 20, 20, 20, 30, 0.94",
        "11, 3, 8, 19, 59, 10, 0.87",
        "11, 3, 8, 19, 59, 30, 0.92",
    })
    void holdsTheTrueMeanMoreOftenThanANormalIntervalWould(
            int zero, int quarter, int half, int threeQuarters, int full, int n, double student) {
        // Given
        var values = population(zero, quarter, half, threeQuarters, full);

        // When
        var coverage = simulate(values, n);

        // Then
        assertThat(coverage.student).isGreaterThan(student).isGreaterThan(coverage.normal);
        assertThat(coverage.moderated).isGreaterThan(coverage.student - 0.005).isBetween(0.935, 0.965);
    }

    private static Coverage simulate(double[] population, int n) {
        var random = new Random(42);
        var whole = sums(population);
        int normal = 0;
        int student = 0;
        int moderated = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            var sums = sums(random.ints(n, 0, population.length)
                    .mapToDouble(index -> population[index])
                    .toArray());
            var half = Interval.Z * Math.sqrt(sums.variance() / n);
            normal += holds(Interval.around(sums.mean(), half), whole.mean());
            student += holds(EXPERIENCE.interval(sums).orElseThrow(), whole.mean());
            moderated += holds(EXPERIENCE.rankingInterval(sums, whole), whole.mean());
        }
        return new Coverage((double) normal / SAMPLES, (double) student / SAMPLES, (double) moderated / SAMPLES);
    }

    private static int holds(Interval interval, double mean) {
        return interval.low() <= mean && mean <= interval.high() ? 1 : 0;
    }

    private static double[] population(int... shares) {
        return IntStream.range(0, shares.length)
                .flatMap(value -> IntStream.generate(() -> 25 * value).limit(shares[value]))
                .asDoubleStream()
                .toArray();
    }

    private static Sums sums(double[] values) {
        var sums = Sums.NONE;
        for (var value : values) {
            sums = sums.plus(Sums.of(value, false, false));
        }
        return sums;
    }
}
