package io.ressenti.scoring.model;

import io.ressenti.contracts.Band;
import io.ressenti.contracts.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;

class CustomerStateTest {

    private static final Moment MOMENT = new Moment(50, NOON, 0, NameUuid.of("signal"));
    private static final CustomerKey ANNA = new CustomerKey("acme", "anna");

    @ParameterizedTest
    @CsvSource({
        // score, was at risk, is at risk
        "39.9, false, true",
        "40, false, false",
        "44.9, true, true",
        "45, true, false",
        "44.9, false, false",
    })
    void fallsAt40AndRecoversAt45(double score, boolean before, boolean after) {
        // When
        var standing = new CustomerStanding(score(score), before).settled();

        // Then
        assertThat(standing.atRisk()).isEqualTo(after);
    }

    @Test
    void isNotAtRiskWithoutAScore() {
        // When
        var standing = new CustomerStanding(CustomerScore.NONE, true).settled();

        // Then
        assertThat(standing.atRisk()).isFalse();
    }

    @Test
    void isAtRiskWhereEitherIdentifierWas() {
        // Given
        var atRisk = new CustomerStanding(score(30), true);
        var content = new CustomerStanding(score(70), false);

        // When
        var merged = atRisk.merge(content);

        // Then
        assertThat(merged.atRisk()).isTrue();
        assertThat(merged.score().n()).isEqualTo(2);
        assertThat(content.merge(atRisk).atRisk()).isTrue();
        assertThat(content.merge(content).atRisk()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // told, now, told afterwards
        "70, 70.99, 70",
        "70, 69.01, 70",
        "70, 71, 71",
        "70, 69, 69",
        "60.2, 59.9, 59.9", // another band
    })
    void isToldAgainOnlyWhereItMatters(double told, double now, double afterwards) {
        // Given
        var state = new CustomerState(ANNA, score(told), false, ToldScore.of(score(told)));

        // When
        var next = state.withScore(score(now)).standing(new CustomerStanding(score(now), false));

        // Then
        assertThat(next.told().experienced()).isEqualTo(afterwards);
        assertThat(next.score().experienced().orElseThrow()).isEqualTo(now);
    }

    @Test
    void isToldForTheFirstTime() {
        // When
        var state = CustomerState.unknown(ANNA).standing(new CustomerStanding(score(30), true));

        // Then
        assertThat(state.told()).isEqualTo(new ToldScore(30, Band.AT_RISK));
        assertThat(state.atRisk()).isTrue();
    }

    @Test
    void isForgottenWithItsLastSignal() {
        // Given
        var state = new CustomerState(ANNA, CustomerScore.NONE, true, new ToldScore(30, Band.AT_RISK));

        // When
        var next = state.standing(CustomerStanding.UNKNOWN);

        // Then
        assertThat(next).isEqualTo(CustomerState.unknown(ANNA));
    }

    @Test
    void belongsToAnotherPersonAndKeepsTheRest() {
        // Given
        var state = new CustomerState(ANNA, score(30), true, new ToldScore(30, Band.AT_RISK));
        var bert = new CustomerKey("acme", "bert");

        // When
        var moved = state.withPerson(bert);

        // Then
        assertThat(moved).isEqualTo(new CustomerState(bert, state.score(), true, state.told()));
    }

    @Test
    void knowsWhatTellsAVersionFromAnother() {
        // Given
        var failed = new SignalReader(Judgement.USUAL, Map.of())
                .read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE));
        var abandoned = new SignalReader(Judgement.USUAL, Map.of())
                .read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.ABANDONED));

        // When
        var versions = new Version[] {failed.version(), failed.voided().version(), abandoned.version()};

        // Then
        assertThat(versions[1]).isEqualTo(versions[0]);
        assertThat(versions[2].fingerprint()).isNotEqualTo(versions[0].fingerprint());
        assertThat(failed.voided().signals()).isEmpty();
        assertThat(failed.encounter().key())
                .isEqualTo(new EventKey("acme", EventKind.TOUCHPOINT, "courier-app", "e-1"));
    }

    private static CustomerScore score(double experienced) {
        return new CustomerScore(1, 1, experienced, 1, MOMENT, MOMENT, null);
    }
}
