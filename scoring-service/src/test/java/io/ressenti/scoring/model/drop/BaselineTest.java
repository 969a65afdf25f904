package io.ressenti.scoring.model.drop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BaselineTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-29");

    @Test
    void takesAHundredSignalsAndAWeek() {
        // Given
        var fewSignals = week(14);
        var fewDays = week(100).subList(0, 6);

        // When
        var baselines = Stream.of(fewSignals, fewDays).map(days -> Baseline.of(DAY, days));

        // Then
        assertThat(baselines).containsOnly(Optional.empty());
    }

    @Test
    void addsUpTheQuietDaysAndCountsTheEmptyOnes() {
        // Given eleven days, one of them dropped, three without a signal
        var days = new ArrayList<>(List.of(day(11, 40, 4), day(8, 30, 30).withDropped(true)));
        days.addAll(week(20).subList(1, 7));

        // When
        var baseline = Baseline.of(DAY, days).orElseThrow();

        // Then
        assertThat(baseline.tally()).isEqualTo(new Tally(160, 16));
        assertThat(baseline.days()).isEqualTo(10);
        assertThat(baseline.share()).isCloseTo(16.5 / 161, within(1e-12));
        assertThat(baseline.effectiveRate()).isCloseTo(16, within(1e-12));
    }

    @Test
    void isCautiousAsFarAsItIsUncertain() {
        // Given
        var small = new Baseline(DAY, new Tally(100, 10), 28, 1);
        var large = new Baseline(DAY, new Tally(10_000, 1000), 28, 1);
        var moody = new Baseline(DAY, new Tally(10_000, 1000), 28, 100);

        // When
        var cautious = new double[] {small.cautiousShare(), large.cautiousShare(), moody.cautiousShare()};

        // Then the upper end of Wilson's interval at z = 0.8416, by hand
        assertThat(cautious[0]).isCloseTo(0.12813, within(1e-5));
        assertThat(cautious[1]).isCloseTo(0.10255, within(1e-5));
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
        assertThat(shares[2]).isCloseTo(0.00703, within(1e-5));
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

        // Then X² = 28 · 10²/(100 · p · (1−p)), of 27 degrees of freedom
        var p = 280.5 / 2801;
        assertThat(baseline.dispersion()).isCloseTo(28 * Math.pow(10, 2) / (100 * p * (1 - p)) / 27, within(0.01));
    }

    /** A week of days with {@code n} signals each, a tenth of which are dissatisfied. */
    private static List<DayTally> week(int n) {
        return IntStream.rangeClosed(1, 7).mapToObj(i -> day(8 - i, n, n / 10)).toList();
    }

    private static DayTally day(int ago, long n, long dissatisfied) {
        return new DayTally(DAY.minusDays(ago), new Tally(n, dissatisfied), false);
    }
}
