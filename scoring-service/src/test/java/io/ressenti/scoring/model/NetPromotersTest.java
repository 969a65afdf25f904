package io.ressenti.scoring.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NetPromotersTest {

    private static final NetPromoters NPS = new NetPromoters();

    @Test
    void comparesTwoScores() {
        // Given 36 answers with 19 promoters and 10 detractors before, 40 with 30 and 4 after. By hand:
        // before: p 19.75/39, d 10.75/39, score 0.230769, variance (0.782051 − 0.053254)/39 = 0.018687
        // after: p 30.75/43, d 4.75/43, score 0.604651, variance (0.825581 − 0.365603)/43 = 0.010697
        var before = new Sums(36, 0, 0, 19, 10);
        var after = new Sums(40, 0, 0, 30, 4);

        // When
        var change = NPS.change(before, after, after);

        // Then 37.3882 ± 1.959964·√0.029384
        assertThat(change.low()).isCloseTo(3.7908, within(1e-3));
        assertThat(change.high()).isCloseTo(70.9857, within(1e-3));
    }

    @Test
    void countsNoChangeBeyondTheScale() {
        // Given
        var before = new Sums(2, 0, 0, 0, 2);
        var after = new Sums(2, 0, 0, 2, 0);

        // When
        var change = NPS.change(before, after, after);

        // Then
        assertThat(change.low()).isCloseTo(-11.09, within(0.01));
        assertThat(change.high()).isCloseTo(171.09, within(0.01));
    }

    @Test
    void ranksByThePublishedInterval() {
        // Given
        var sums = new Sums(12, 0, 0, 12, 0);

        // When
        var ranking = NPS.rankingInterval(sums, new Sums(100, 0, 0, 10, 10));

        // Then
        assertThat(ranking).isEqualTo(NPS.interval(sums).orElseThrow());
        assertThat(ranking.low()).isCloseTo(54.196, within(1e-3));
    }

    @Test
    void shrinksToTheParentsScore() {
        // When 30 answers of score 100 in a brand of score 0
        var shrunk = NPS.shrunk(new Sums(30, 0, 0, 30, 0), new Sums(100, 0, 0, 40, 40));

        // Then 30·100/(10 + 30)
        assertThat(shrunk).isEqualTo(75);
    }
}
