package io.ressenti.scoring.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MetricTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void computesNpsWithItsAdjustedWaldInterval() {
        // Given 36 answers: 19 promoters, 10 detractors. By hand: p = 19.75/39, d = 10.75/39,
        // variance = p + d − (p − d)² = 0.728796..., half width = 1.959964·√(variance/39)
        var sums = new Sums(36, 260, 2000, 19, 10);

        // When
        var estimate = new Metric.Nps().estimate(sums);

        // Then
        assertThat(estimate.value()).isEqualTo(25.0);
        assertThat(estimate.interval().low()).isCloseTo(-3.7157, within(1e-3));
        assertThat(estimate.interval().high()).isCloseTo(49.8695, within(1e-3));
    }

    @Test
    void keepsNpsIntervalsOnTheScale() {
        // When
        var estimate = new Metric.Nps().estimate(new Sums(5, 0, 0, 0, 5));

        // Then
        assertThat(estimate.value()).isEqualTo(-100);
        assertThat(estimate.interval().low()).isEqualTo(-100);
        assertThat(estimate.interval().high()).isLessThan(100);
    }

    @Test
    void computesCsatAsTheShareOfTheTopBoxesWithTheMeanBesideIt() {
        // Given answers 5, 4, 4, 2
        var sums = new Sums(4, 15, 61, 3, 0);

        // When
        var estimate = new Metric.Csat(AnswerScale.USUAL).estimate(sums);

        // Then
        assertThat(estimate.value()).isEqualTo(75);
        assertThat(estimate.mean()).isEqualTo(3.75);
        assertThat(estimate.interval().low()).isCloseTo(30.0642, within(1e-3));
        assertThat(estimate.interval().high()).isCloseTo(95.4413, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "3, 1", "4, 2", "5, 2", "7, 2", "10, 3"})
    void countsTheTopBoxesOfEachScale(int scale, int boxes) {
        // When
        var favourable = IntStream.rangeClosed(1, scale)
                .filter(value -> Rating.csat(value, new Scale(1, scale)).favourable())
                .count();

        // Then
        assertThat(favourable).isEqualTo(boxes);
    }

    @Test
    void countsFiveAndBetterOfSevenAsEasy() {
        // When
        var easy = IntStream.rangeClosed(1, 7)
                .filter(value -> Rating.ces(value, new Scale(1, 7)).favourable())
                .boxed();

        // Then
        assertThat(easy).containsExactly(5, 6, 7);
    }

    @Test
    void computesMeansWithStudentsInterval() {
        // Given 5, 6, 7, 2: mean 5, variance 14/3, standard error √(14/12), and t = 3.182446 for three degrees of
        // freedom
        var sums = new Sums(4, 20, 114, 3, 0);

        // When
        var estimate = new Metric.Ces(7).estimate(sums);

        // Then
        assertThat(estimate.value()).isEqualTo(5);
        assertThat(estimate.share()).isEqualTo(75);
        assertThat(estimate.interval().low()).isCloseTo(5 - 3.1824463052837078 * Math.sqrt(14.0 / 12), EXACT);
        assertThat(estimate.interval().high()).isEqualTo(7);
    }

    @Test
    void givesNoIntervalForOneValue() {
        // When
        var estimate = new Metric.Experience(Voice.ALL).estimate(new Sums(1, 70, 4900, 0, 0));

        // Then
        assertThat(estimate.value()).isEqualTo(70);
        assertThat(estimate.interval()).isNull();
    }

    @Test
    void computesTheDissatisfiedShare() {
        // When
        var estimate = new Metric.DissatisfiedShare(Voice.STATED).estimate(new Sums(20, 900, 50000, 0, 0));

        // Then
        assertThat(estimate.value()).isZero();
        assertThat(estimate.interval().high()).isCloseTo(16.11, within(5e-3));
    }

    @Test
    void knowsThatOnlyTheDissatisfiedShareIsBetterWhenLower() {
        // When
        var lowerIsBetter = Stream.of(
                        new Metric.Nps(),
                        new Metric.Csat(AnswerScale.USUAL),
                        new Metric.Ces(7),
                        new Metric.Experience(Voice.ALL),
                        new Metric.DissatisfiedShare(Voice.ALL))
                .filter(metric -> !metric.higherIsBetter())
                .map(Metric::code);

        // Then
        assertThat(lowerIsBetter).containsExactly("dissatisfied-share");
    }

    @Test
    void saysWhatItIsAndWhatItRestsOn() {
        // Given
        var metrics = List.of(
                new Metric.Nps(),
                new Metric.Csat(AnswerScale.USUAL),
                new Metric.Csat(new AnswerScale(true, 10)),
                new Metric.Ces(7),
                new Metric.Experience(Voice.OBSERVED),
                new Metric.DissatisfiedShare(Voice.ALL));

        // When
        var said = metrics.stream()
                .map(metric -> metric.code() + " | " + metric.formula() + " | "
                        + metric.series().stream().map(Series::code).toList());

        // Then
        assertThat(said)
                .containsExactly(
                        "nps | 100·(P − D)/n; P: answers 9–10, D: answers 0–6 of 0–10; 95 % adjusted Wald interval"
                                + " (n+3, P+¾, D+¾) | [NPS]",
                        "csat | 100·top-2 answers/n on satisfaction 1–5; 95 % Wilson interval; mean on the answers' own"
                                + " scale | [CSAT:5]",
                        "csat | 100·top-3 answers/n on stars 1–10; 95 % Wilson interval; mean on the answers' own scale"
                                + " | [STARS:10]",
                        "ces | mean of answers on 1–7, \"made it easy\"; 95 % Student's t interval; share: the upper third"
                                + " (5–7 of 7) | [CES:7]",
                        "experience | mean of the values 0–100 of observed signals; 95 % Student's t interval"
                                + " | [EXPERIENCE:OBSERVED]",
                        "dissatisfied-share | 100·dissatisfied signals/n over all signals, stated and observed; 95 % Wilson"
                                + " interval | [EXPERIENCE:STATED, EXPERIENCE:OBSERVED]");
    }
}
