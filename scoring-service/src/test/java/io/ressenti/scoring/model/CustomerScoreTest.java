package io.ressenti.scoring.model;

import io.ressenti.contracts.Band;
import io.ressenti.contracts.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerScoreTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void weighsHalfAfterAHalfLifeAndDoubleWhenBad() {
        // Given a 5 of 5 two half-lives ago (weight ¼), a 3 one ago (½) and a 2 now (2·1)
        var score = CustomerScore.NONE
                .plus(rated("r-1", 5, NOON.minus(MONTH.multipliedBy(2))))
                .plus(rated("r-2", 3, NOON.minus(MONTH)))
                .plus(rated("r-3", 2, NOON));

        // Then
        assertThat(score.experienced().orElseThrow()).isEqualTo(36.363636); // (¼·100 + ½·50 + 2·25) / 2¾
        assertThat(score.effectiveN()).isEqualTo(1.753623); // 2¾² / (1/16 + ¼ + 4)
        assertThat(score.n()).isEqualTo(3);
    }

    @Test
    void remembersThePeakAndTheEnd() {
        // Given the worst in the middle, a good one last
        var score = CustomerScore.NONE
                .plus(rated("r-2", 1, NOON))
                .plus(rated("r-3", 4, NOON.plusSeconds(60)))
                .plus(rated("r-1", 3, NOON.minusSeconds(60)));

        // Then
        assertThat(score.remembered().orElseThrow()).isEqualTo((0 + 75) / 2.0);
        assertThat(score.bestStated()).isEqualTo(75.0);
    }

    @Test
    void remembersTheLaterOfTwoEqualPeaks() {
        // Given 0 and 100 are equally far from 50
        var worst = rated("r-1", 1, NOON);
        var best = rated("r-2", 5, NOON.plusSeconds(1));

        // When
        var score = CustomerScore.of(best).plus(worst);

        // Then
        assertThat(score.peak().value()).isEqualTo(100);
    }

    @Test
    void keepsTheBestThatWasStatedBesideWhatWasOnlyObserved() {
        // Given
        var observed = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.SUCCESS, delay(0)))
                .signals()
                .getFirst();

        // When
        var silent = CustomerScore.of(observed).plus(observed);
        var heard = silent.plus(rated("r-1", 4, NOON)).plus(observed).plus(rated("r-2", 2, NOON));

        // Then
        assertThat(silent.bestStated()).isNull();
        assertThat(heard.bestStated()).isEqualTo(75);
    }

    @Test
    void knowsNothingWithoutSignals() {
        // Then
        assertThat(CustomerScore.NONE.experienced()).isEmpty();
        assertThat(CustomerScore.NONE.remembered()).isEmpty();
        assertThat(CustomerScore.NONE.effectiveN()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "39.999, 100, AT_RISK",
        "40, , FRAGILE",
        "60, , CONTENT",
        "79.9, 100, CONTENT",
        "80, 90, AMBASSADOR",
        "80, 89, CONTENT",
        "100, , CONTENT",
    })
    void placesScoresInBands(double experienced, Double bestStated, Band band) {
        assertThat(Bands.of(experienced, bestStated)).isEqualTo(band);
    }

    /** In doubles, w·v/w is a little less than v for one weight in ten. */
    @ParameterizedTest
    @CsvSource({"40, FRAGILE", "60, CONTENT", "80, AMBASSADOR", "100, AMBASSADOR"})
    void aLoneSignalIsItsValueWhateverItWeighs(double value, Band band) {
        var lone = CustomerScore.of(rated("r-1", 5, NOON));
        DoubleStream.iterate(1, weight -> weight * 1.1).limit(1000).forEach(weight -> {
            // Given
            var score = new CustomerScore(1, weight, weight * value, weight * weight, lone.peak(), lone.last(), 100.0);

            // When
            var told = ToldScore.of(score);

            // Then
            assertThat(told).isEqualTo(new ToldScore(value, band));
            assertThat(score.effectiveN()).isEqualTo(1);
        });
    }

    @Test
    void staysFiniteAtTheEndsOfTime() {
        // Given
        var score = CustomerScore.NONE
                .plus(rated("r-1", 5, Instant.parse("0001-01-01T00:00:00Z")))
                .plus(rated("r-2", 5, Instant.parse("9999-01-01T00:00:00Z")));

        // Then
        assertThat(score.experienced().orElseThrow()).isEqualTo(100);
        assertThat(score.effectiveN()).isEqualTo(1);
    }

    @Test
    void reportsACustomerAtRiskOnceUntilTheyHaveRecovered() {
        // Given signals at the same moment: 0 and 100 weigh 2 : 1
        var bad = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE));
        var good = READER.read(touchpoint("acme", "e-2", "c-1", NOON, Outcome.SUCCESS, delay(0)));
        var fell = CustomerStanding.UNKNOWN.after(bad);
        var hovering = fell.after(good).after(good); // 2·100/4 = 50: recovered

        // Then
        assertThat(fell.atRisk()).isTrue();
        assertThat(fell.after(good).atRisk()).isTrue(); // 33.3
        assertThat(hovering.atRisk()).isFalse();
    }

    @Test
    void needsFivePointsMoreToRecoverThanToFall() {
        // Given a score of 42, reached from below and from above
        var score = CustomerScore.of(rated("r-1", 3, NOON));
        var at42 = new CustomerScore(1, 1, 42, 1, score.peak(), score.last(), null);
        var silent = new ScoredEvent(rated("r-2", 3, NOON).encounter(), 0, java.util.List.of());

        // Then
        assertThat(new CustomerStanding(at42, true).after(silent).atRisk()).isTrue();
        assertThat(new CustomerStanding(at42, false).after(silent).atRisk()).isFalse();
    }

    private static Signal rated(String id, int csat, Instant at) {
        return READER.read(feedback("acme", id, "c-1", at, csat(csat)))
                .signals()
                .getFirst();
    }
}
