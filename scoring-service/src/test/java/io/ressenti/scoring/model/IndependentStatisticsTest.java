package io.ressenti.scoring.model;

import io.ressenti.scoring.model.Mean.Spread;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.inference.TTest;
import org.hipparchus.stat.interval.BinomialProportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every statistic against an independent implementation: hipparchus where it has one, a plain sum over the values elsewhere. */
class IndependentStatisticsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Property(tries = 20)
    void theNormalQuantile() {
        // When
        var quantile = new NormalDistribution().inverseCumulativeProbability(1 - (1 - Interval.CONFIDENCE) / 2);

        // Then
        assertThat(Interval.Z).isCloseTo(quantile, within(1e-12));
    }

    @Property(tries = 500)
    void studentsQuantiles(@ForAll @DoubleRange(min = 5, max = 1e6) double freedom) {
        // When
        var quantile = StudentT.quantile(freedom);

        // Then
        assertThat(quantile).isCloseTo(new TDistribution(freedom).inverseCumulativeProbability(0.975), within(2e-7));
    }

    @Property(tries = 4)
    void studentsQuantilesOfVerySmallSamples(@ForAll @IntRange(min = 1, max = 4) int freedom) {
        // When
        var quantile = StudentT.quantile(freedom);

        // Then
        assertThat(quantile).isCloseTo(new TDistribution(freedom).inverseCumulativeProbability(0.975), within(1e-8));
    }

    @Property(tries = 500)
    void wilsonsInterval(@ForAll @IntRange(min = 1, max = 100_000) int n, @ForAll @DoubleRange(max = 1) double share) {
        // Given
        var hits = (int) Math.round(share * n);
        var independent = BinomialProportion.getWilsonScoreInterval(n, (double) hits / n, Interval.CONFIDENCE);

        // When
        var interval = Interval.wilson(hits, n);

        // Then
        assertThat(interval.low()).isCloseTo(independent.getLowerBound(), CLOSE);
        assertThat(interval.high()).isCloseTo(independent.getUpperBound(), CLOSE);
    }

    @Property(tries = 500)
    void newcombesIntervalFromBothWilsonIntervals(
            @ForAll @IntRange(min = 1, max = 1000) int n,
            @ForAll @IntRange(min = 1, max = 1000) int other,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @DoubleRange(max = 1) double otherShare) {
        // Given
        var hits = (int) Math.round(share * n);
        var otherHits = (int) Math.round(otherShare * other);
        var p = (double) hits / n;
        var q = (double) otherHits / other;
        var first = BinomialProportion.getWilsonScoreInterval(n, p, Interval.CONFIDENCE);
        var second = BinomialProportion.getWilsonScoreInterval(other, q, Interval.CONFIDENCE);

        // When
        var interval = Share.newcombe(hits, n, otherHits, other);

        // Then
        assertThat(interval.low())
                .isCloseTo(
                        p - q - root(square(p - first.getLowerBound()) + square(second.getUpperBound() - q)),
                        within(1e-7));
        assertThat(interval.high())
                .isCloseTo(
                        p - q + root(square(first.getUpperBound() - p) + square(q - second.getLowerBound())),
                        within(1e-7));
    }

    @Property(tries = 300)
    void meansVariancesAndStudentsInterval(
            @ForAll @Size(min = 2, max = 200) List<@DoubleRange(max = 100) Double> values) {
        // Given
        var array = array(values);
        var mean = StatUtils.mean(array);
        var variance = StatUtils.variance(array);
        var quantile = new TDistribution(array.length - 1).inverseCumulativeProbability(0.975);
        var half = quantile * Math.sqrt(variance / array.length);

        // When
        var interval = new Mean(-1e9, 1e9).interval(sums(array)).orElseThrow();

        // Then
        assertThat(sums(array).mean()).isCloseTo(mean, CLOSE);
        assertThat(sums(array).variance()).isCloseTo(variance, within(1e-7));
        assertThat(interval.low()).isCloseTo(mean - half, within(1e-3));
        assertThat(interval.high()).isCloseTo(mean + half, within(1e-3));
    }

    /** A bound of the interval is the difference that Welch's test finds just improbable: two-sided p = 0.05. */
    @Property(tries = 300)
    void welchsIntervalIsWhatWelchsTestDoesNotReject(
            @ForAll @Size(min = 6, max = 60) List<@DoubleRange(max = 100) Double> one,
            @ForAll @Size(min = 6, max = 60) List<@DoubleRange(max = 100) Double> other) {
        // Given values that differ, within each sample and not only by rounding
        var first = varied(one);
        var second = varied(other);

        // When
        var interval = Mean.welch(sums(first), Spread.of(sums(first)), sums(second), Spread.of(sums(second)));

        // Then
        var test = new TTest();
        assertThat(test.tTest(shifted(first, interval.low()), second)).isCloseTo(0.05, within(1e-5));
        assertThat(test.tTest(shifted(first, interval.high()), second)).isCloseTo(0.05, within(1e-5));
    }

    /** Answers as 1, 0, −1, each four times so that ¾ of an answer becomes three, and the pseudo-answers among them. */
    @Property(tries = 300)
    void theAdjustedWaldIntervalOfAnNps(
            @ForAll @IntRange(max = 60) int promoters,
            @ForAll @IntRange(max = 60) int detractors,
            @ForAll @IntRange(min = 1, max = 60) int passives) {
        // Given
        var n = promoters + detractors + passives;
        var answers = DoubleStream.concat(
                        DoubleStream.generate(() -> 1).limit(4L * promoters + 3),
                        DoubleStream.concat(
                                DoubleStream.generate(() -> -1).limit(4L * detractors + 3),
                                DoubleStream.generate(() -> 0).limit(4L * passives + 6)))
                .toArray();
        var score = StatUtils.mean(answers);
        var half = Interval.Z * Math.sqrt(StatUtils.populationVariance(answers) / (n + 3));

        // When
        var interval = new NetPromoters()
                .interval(new Sums(n, 0, 0, promoters, detractors))
                .orElseThrow();

        // Then
        assertThat(interval.low()).isCloseTo(Math.max(-100, 100 * (score - half)), CLOSE);
        assertThat(interval.high()).isCloseTo(Math.min(100, 100 * (score + half)), CLOSE);
    }

    @Property(tries = 300)
    void whatIsLeftWithoutAPart(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(max = 100) Double> part,
            @ForAll @Size(min = 2, max = 50) List<@DoubleRange(max = 100) Double> rest) {
        // Given
        var whole = sums(array(part)).plus(sums(array(rest)));

        // When
        var left = whole.minus(sums(array(part)));

        // Then
        assertThat(left.n()).isEqualTo(rest.size());
        assertThat(left.mean()).isCloseTo(StatUtils.mean(array(rest)), CLOSE);
        assertThat(left.variance()).isCloseTo(StatUtils.variance(array(rest)), within(1e-6));
    }

    private static Sums sums(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Sums.of(value, false, false))
                .reduce(Sums.NONE, Sums::plus);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] varied(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToDouble(index -> values.get(index) + 10 * (index % 3))
                .toArray();
    }

    private static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(value -> value - by).toArray();
    }

    private static double square(double x) {
        return x * x;
    }

    private static double root(double x) {
        return Math.sqrt(x);
    }
}
