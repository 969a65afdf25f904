package io.ressenti.scoring.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.SignalKind;
import io.ressenti.contracts.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.emotion;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.lowerIsBetter;
import static io.ressenti.scoring.testing.Events.nps;
import static io.ressenti.scoring.testing.Events.rating;
import static io.ressenti.scoring.testing.Events.text;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SignalReaderTest {

    private static final SignalReader READER = new SignalReader(Judgement.USUAL, Map.of());

    @ParameterizedTest
    @CsvSource({
        // type, rating, scale → value, dissatisfied
        "NPS, 0, 10, 0, true",
        "NPS, 6, 10, 60, true", // a detractor's, whatever the value
        "NPS, 7, 10, 70, false",
        "NPS, 10, 10, 100, false",
        "CSAT, 1, 5, 0, true",
        "CSAT, 2, 5, 25, true",
        "CSAT, 3, 5, 50, false",
        "CSAT, 5, 5, 100, false",
        "CSAT, 2, 3, 50, false",
        "CSAT, 10, 10, 100, false",
        "STARS, 1, 5, 0, true",
        "STARS, 4, 5, 75, false",
        "CES, 1, 7, 0, true",
        "CES, 4, 7, 50, false",
        "CES, 7, 7, 100, false",
    })
    void mapsRatingsLinearlyTo0To100(AnswerType type, int rating, int scale, double value, boolean dissatisfied) {
        // Given
        var event = feedback("acme", "r-1", "c-1", NOON, rating(type, rating, scale));

        // When
        var signal = READER.read(event).signals().getFirst();

        // Then
        assertThat(signal.value()).isCloseTo(value, within(1e-12));
        assertThat(signal.dissatisfied()).isEqualTo(dissatisfied);
        assertThat(signal.stated()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NPS, 2, 10, 80, 8", "CSAT, 1, 5, 100, 5", "STARS, 5, 5, 0, 1", "CES, 2, 7, 83.33333333333333, 6"})
    void turnsScalesOnWhichLowerIsBetter(AnswerType type, int rating, int scale, double value, int turned) {
        // Given
        var event = feedback("acme", "r-1", "c-1", NOON, lowerIsBetter(type, rating, scale));

        // When
        var signal = READER.read(event).signals().getFirst();

        // Then
        assertThat(signal.value()).isCloseTo(value, within(1e-12));
        assertThat(signal.rating().value()).isEqualTo(turned);
    }

    @ParameterizedTest
    @CsvSource({
        "HAPPY, 100, false",
        "SURPRISED, 75, false",
        "NEUTRAL, 50, false",
        "FRUSTRATED, 15, true",
        "DISAPPOINTED, 10, true",
    })
    void givesEmotionsAValue(Emotion emotion, double value, boolean dissatisfied) {
        // When
        var signal = READER.read(feedback("acme", "r-1", "c-1", NOON, emotion(emotion)))
                .signals()
                .getFirst();

        // Then
        assertThat(signal.value()).isEqualTo(value);
        assertThat(signal.dissatisfied()).isEqualTo(dissatisfied);
        assertThat(signal.kind()).isEqualTo(SignalKind.EMOTION);
    }

    @Test
    void attachesTheEmotionToEveryAnswerOfItsSetAndLeavesTextsOut() {
        // Given
        var event = feedback("acme", "r-1", "c-1", NOON, text("late"), csat(2), emotion(Emotion.DISAPPOINTED), nps(9));

        // When
        var signals = READER.read(event).signals();

        // Then
        assertThat(signals).extracting(Signal::ordinal).containsExactly(1, 2, 3);
        assertThat(signals).extracting(Signal::emotion).containsOnly(Emotion.DISAPPOINTED);
        assertThat(signals.getFirst().cause().answer()).isEqualTo(csat(2));
    }

    @ParameterizedTest
    @CsvSource({"-5, 100", "0, 100", "18, 75", "36, 50", "54, 25", "72, 0", "500, 0"})
    void measuresPromisesBetweenLimitAndTolerance(double hours, double value) {
        // When
        var signals = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.SUCCESS, delay(hours)))
                .signals();

        // Then
        assertThat(signals).extracting(Signal::value).containsExactly(value);
        assertThat(signals.getFirst().cause().promise()).isEqualTo(delay(hours));
        assertThat(signals.getFirst().stated()).isFalse();
    }

    @Test
    void takesTheLimitItselfForSatisfied() {
        // Given two fifths of the way up: 40
        var event = feedback("acme", "r-1", "c-1", NOON, rating(AnswerType.CSAT, 3, 6));

        // When
        var signal = READER.read(event).signals().getFirst();

        // Then
        assertThat(signal.value()).isEqualTo(40);
        assertThat(signal.dissatisfied()).isFalse();
    }

    @Test
    void numbersPromisesAfterTheOutcome() {
        // When
        var signals = READER.read(touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE, delay(0), delay(1)))
                .signals();

        // Then
        assertThat(signals).extracting(Signal::ordinal).containsExactly(0, 1, 2);
        assertThat(signals).extracting(Signal::series).containsOnly(Series.EXPERIENCE_OBSERVED);
    }

    @Test
    void countsAnOutcomeOtherThanSuccessBesideThePromises() {
        // Given
        var failed = touchpoint("acme", "e-1", "c-1", NOON, Outcome.FAILURE, delay(0));
        var abandoned = touchpoint("acme", "e-2", "c-1", NOON, Outcome.ABANDONED);

        // When
        var values = List.of(READER.read(failed), READER.read(abandoned)).stream()
                .flatMap(event -> event.signals().stream())
                .map(Signal::value)
                .toList();

        // Then
        assertThat(values).containsExactly(0.0, 100.0, 25.0);
    }

    @Test
    void hearsNothingInSilence() {
        // Given
        var served = touchpoint("acme", "e-1", "c-1", NOON, Outcome.SUCCESS);
        var commented = feedback("acme", "r-1", "c-1", NOON, text("hello"));

        // When
        var events = List.of(READER.read(served), READER.read(commented));

        // Then
        assertThat(events).allSatisfy(event -> assertThat(event.signals()).isEmpty());
    }

    @Test
    void derivesIdsFromTheEventAlone() {
        // Given
        var event = feedback("acme", "r-1", "c-1", NOON, csat(2), nps(3));

        // When
        var once = READER.read(event).signals();
        var again = READER.read(event).signals();

        // Then
        assertThat(once).extracting(Signal::id).doesNotHaveDuplicates();
        assertThat(again)
                .extracting(Signal::id)
                .isEqualTo(once.stream().map(Signal::id).toList());
        assertThat(READER.read(feedback("other", "r-1", "c-1", NOON, csat(2), nps(3)))
                        .signals())
                .extracting(Signal::id)
                .doesNotContainAnyElementsOf(once.stream().map(Signal::id).toList());
    }

    @Test
    void refusesWhatBreaksTheContract() {
        // Given
        var outside = feedback("acme", "r-1", "c-1", NOON, csat(6));
        var noScale = feedback("acme", "r-1", "c-1", NOON, new Answer(AnswerType.CSAT, 3, null, null, null, null));
        var noCustomer = feedback("acme", "r-1", null, NOON, csat(3));

        // Then
        assertThatThrownBy(() -> READER.read(outside)).hasMessage("a rating on 1 to 5 is expected, not 6");
        assertThatThrownBy(() -> READER.read(noScale)).hasMessage("an answer with a rating carries its scale");
        assertThatThrownBy(() -> READER.read(noCustomer)).hasMessage("customer");
    }

    @Test
    void judgesABrandByItsOwnRules() {
        // Given
        var strict = new Judgement(60, Map.of(Stage.SUPPORT, 2.0, Stage.DEBRIEF, 3.0));
        var reader = new SignalReader(Judgement.USUAL, Map.of("acme", strict));

        // When
        var ours = reader.read(feedback("acme", "r-1", "c-1", NOON, csat(3)))
                .signals()
                .getFirst();
        var theirs = reader.read(feedback("other", "r-1", "c-1", NOON, csat(3)))
                .signals()
                .getFirst();

        // Then
        assertThat(ours.dissatisfied()).isTrue();
        assertThat(theirs.dissatisfied()).isFalse();
        assertThat(ours.weight()).isEqualTo(3 * theirs.weight());
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        // When, Then
        assertThatThrownBy(() -> new Judgement(101, Map.of())).hasMessageContaining("0 to 100, not 101");
        assertThatThrownBy(() -> new Judgement(-1, Map.of())).hasMessageContaining("0 to 100, not -1");
        assertThatThrownBy(() -> new Judgement(40, Map.of(Stage.USAGE, 0.0)))
                .hasMessageContaining("above 0, up to 100");
        assertThatThrownBy(() -> new Judgement(40, Map.of(Stage.USAGE, 100.5))).hasMessageContaining("USAGE=100.5");
    }
}
