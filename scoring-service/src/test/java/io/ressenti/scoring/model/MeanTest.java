package io.ressenti.scoring.model;

import io.ressenti.scoring.model.Mean.Spread;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MeanTest {

    private static final Mean EXPERIENCE = new Mean(0, 100);

    /** Ten customers who all say 100. */
    private static final Sums UNANIMOUS = values(100, 100, 100, 100, 100, 100, 100, 100, 100, 100);

    /** A thousand, of whom 980 say 100 and 20 say 50. */
    private static final Sums MANY = new Sums(1000, 99_000, 9_850_000, 0, 0);

    /**
     * The sleep data of Student's paper of 1908 as R's documentation of t.test compares them: Welch two-sample, 95 % interval
     * −3.3654832 to 0.2054832 with 17.776 degrees of freedom.
     */
    @Test
    void agreesWithRsExampleOfWelchsInterval() {
        // Given
        var first = values(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);
        var second = values(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

        // When
        var interval = Mean.welch(first, Spread.of(first), second, Spread.of(second));

        // Then
        assertThat(interval.low()).isCloseTo(-3.3654832, within(1e-7));
        assertThat(interval.high()).isCloseTo(0.2054832, within(1e-7));
    }

    @Test
    void closesUpAroundASampleThatAgreesWithItselfButDoesNotRankByThat() {
        // When
        var published = EXPERIENCE.interval(UNANIMOUS).orElseThrow();
        var ranking = EXPERIENCE.rankingInterval(UNANIMOUS, MANY);

        // Then with s₀² = 49.0490…: √(10·49.0490/19/10) = 1.606715, times t(19) = 2.093024
        assertThat(published).isEqualTo(new Interval(100, 100));
        assertThat(ranking.low()).isCloseTo(100 - 2.093024 * 1.606715, within(1e-4));
        assertThat(ranking.high()).isEqualTo(100);
        assertThat(EXPERIENCE.rankingInterval(MANY, MANY).low()).isGreaterThan(ranking.low());
    }

    @Test
    void leansOnTheParentsVarianceWithTenDegreesOfFreedom() {
        // Given a variance of 200 from 5 values, in a whole of variance 49.0490…
        var sums = values(60, 70, 80, 90, 90);

        // When
        var spread = Spread.moderated(sums, MANY);

        // Then (10·49.0490… + 4·170)/14
        assertThat(spread.variance()).isCloseTo((10 * 49_000 / 999.0 + 4 * 170) / 14, within(1e-9));
        assertThat(spread.freedom()).isEqualTo(14);
    }

    @Test
    void comparesTwoWindows() {
        // Given
        var before = values(20, 30, 40, 50, 60);
        var after = values(70, 80, 80, 90, 100);

        // When
        var change = EXPERIENCE.change(before, after, MANY);

        // Then 84 − 40 with variances (490.4905 + 4·250)/14 = 106.4636 and (490.4905 + 4·130)/14 = 72.1779,
        // squared errors 21.29272 and 14.43558, 27.0 degrees of freedom, t = 2.0518
        assertThat(change.low()).isCloseTo(44 - 12.266, within(5e-3));
        assertThat(change.high()).isCloseTo(44 + 12.266, within(5e-3));
    }

    @Test
    void knowsAChangeExactlyWhereNothingVaries() {
        // Given
        var before = values(40, 40, 40);
        var after = values(60, 60, 60);

        // When
        var change = EXPERIENCE.change(before, after, after);

        // Then
        assertThat(change).isEqualTo(new Interval(20, 20));
    }

    @Test
    void countsNoChangeBeyondTheScale() {
        // Given
        var before = values(0, 0, 100);
        var after = values(100, 100, 0);

        // When on 0 to 100, and on 50 to 150
        var change = EXPERIENCE.change(before, after, values(0, 100));
        var elsewhere = new Mean(50, 150).change(before, after, values(0, 100));

        // Then
        assertThat(change.high()).isEqualTo(100);
        assertThat(change.low()).isBetween(-100.0, 0.0);
        assertThat(elsewhere).isEqualTo(change);
    }

    @Test
    void cutsIntervalsOffAtTheEndsOfTheScale() {
        // When
        var interval = EXPERIENCE.interval(values(0, 100)).orElseThrow();

        // Then
        assertThat(interval).isEqualTo(new Interval(0, 100));
    }

    private static Sums values(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> Sums.of(value, false, false))
                .reduce(Sums.NONE, Sums::plus);
    }
}
