package io.ressenti.scoring.model.drop;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaselineTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-29");

    @Test
    void takesAHundredSignals() {
        // Given
        var few = List.of(day(2, 50, 5), day(1, 49, 5));

        // When
        var baseline = Baseline.of(DAY, few);

        // Then
        assertThat(baseline).isEmpty();
    }

    @Test
    void addsUpTheQuietDaysAndCountsTheEmptyOnes() {
        // Given ten days, one of them dropped, five without a signal
        var days = List.of(day(10, 40, 4), day(7, 30, 30).withDropped(true), day(3, 30, 3), day(1, 30, 3));

        // When
        var baseline = Baseline.of(DAY, days).orElseThrow();

        // Then
        assertThat(baseline.tally()).isEqualTo(new Tally(100, 10));
        assertThat(baseline.days()).isEqualTo(9);
        assertThat(baseline.share()).isCloseTo(10.5 / 101, within(1e-12));
        assertThat(baseline.effectiveRate()).isCloseTo(100.0 / 9, within(1e-12));
    }

    @Test
    void isCautiousAsFarAsItIsUncertain() {
        // Given
        var small = new Baseline(DAY, new Tally(100, 10), 28, 1);
        var large = new Baseline(DAY, new Tally(10_000, 1000), 28, 1);
        var moody = new Baseline(DAY, new Tally(10_000, 1000), 28, 100);

        // When
        var cautious = new double[] {small.cautiousShare(), large.cautiousShare(), moody.cautiousShare()};

        // Then the upper end of Wilson's interval at z = 0.6745, by hand
        assertThat(cautious[0]).isCloseTo(0.12208, within(1e-5));
        assertThat(cautious[1]).isCloseTo(0.10204, within(1e-5));
        assertThat(cautious[2]).isEqualTo(cautious[0]);
    }

    @Test
    void neverIsAnythingCertain() {
        // Given
        var contentAll = new Baseline(DAY, new Tally(100, 0), 28, 1);
        var contentNone = new Baseline(DAY, new Tally(100, 100), 28, 1);

        // When
        var shares = new double[] {contentAll.share(), contentNone.share(), contentAll.cautiousShare()};

        // Then
        assertThat(shares[0]).isCloseTo(0.5 / 101, within(1e-12));
        assertThat(shares[1]).isCloseTo(100.5 / 101, within(1e-12));
        assertThat(shares[2]).isCloseTo(0.00453, within(1e-5));
    }

    @Test
    void independentDaysAreNotDispersed() {
        // Given
        var alike =
                IntStream.rangeClosed(1, 28).mapToObj(ago -> day(ago, 100, 10)).toList();

        // When
        var baseline = Baseline.of(DAY, alike).orElseThrow();

        // Then
        assertThat(baseline.dispersion()).isEqualTo(1);
    }

    @Test
    void daysThatDifferAre() {
        // Given every other day all is well, and every other day not
        var moods = IntStream.rangeClosed(1, 28)
                .mapToObj(ago -> day(ago, 100, ago % 2 == 0 ? 0 : 20))
                .toList();

        // When
        var baseline = Baseline.of(DAY, moods).orElseThrow();

        // Then X² = 28 · 10²/(100 · p · (1−p)), of 27 degrees of freedom, with 5 calm days
        var p = 280.5 / 2801;
        assertThat(baseline.dispersion())
                .isCloseTo((28 * Math.pow(10, 2) / (100 * p * (1 - p)) + 5) / (27 + 5), within(0.01));
    }

    private static DayTally day(int ago, long n, long dissatisfied) {
        return new DayTally(DAY.minusDays(ago), new Tally(n, dissatisfied), false);
    }
}
