package io.ressenti.feedback.collection.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Polarity;
import io.ressenti.feedback.collection.model.AnswerValue.Rating;
import io.ressenti.feedback.collection.model.AnswerValue.Words;
import io.ressenti.feedback.collection.model.Verdict.Sound;
import io.ressenti.feedback.collection.model.Verdict.Unsound;
import io.ressenti.platform.problem.Violation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerRulesTest {

    private static final String POINTER = "/answers/3";

    @ParameterizedTest
    @CsvSource({
        "NPS, 0, , 10",
        "NPS, 10, , 10",
        "NPS, 7, 10, 10",
        "CES, 1, , 7",
        "CES, 7, 7, 7",
        "CSAT, 5, , 5",
        "CSAT, 1, 3, 3",
        "CSAT, 10, 10, 10",
        "STARS, 5, , 5",
        "STARS, 2, 2, 2",
    })
    void aRatingCarriesItsScale(AnswerType type, int value, Integer scale, int carried) {
        // When
        var verdict = AnswerRules.normalise(new GivenAnswer(type, new Rating(value), scale, null), POINTER);

        // Then
        assertThat(verdict)
                .isEqualTo(Verdict.sound(new Answer(type, value, carried, Polarity.HIGHER_IS_BETTER, null, null)));
    }

    @ParameterizedTest
    @EnumSource
    void anEmotionCarriesItsLabelAndNoScale(Emotion emotion) {
        // Given
        var given = new GivenAnswer(
                AnswerType.EMOTION, new Words(emotion.name().toLowerCase(Locale.ROOT)), null, "let down");

        // When
        var verdict = AnswerRules.normalise(given, POINTER);

        // Then
        assertThat(verdict)
                .isEqualTo(Verdict.sound(new Answer(AnswerType.EMOTION, null, null, null, emotion, "let down")));
    }

    @Test
    void aTextMayBeAsLongAsAllowed() {
        // Given
        var text = "x".repeat(AnswerRules.MAX_TEXT);

        // When
        var verdict = AnswerRules.normalise(new GivenAnswer(AnswerType.TEXT, new Words(text), null, null), POINTER);

        // Then
        assertThat(verdict).isEqualTo(Verdict.sound(new Answer(AnswerType.TEXT, null, null, null, null, text)));
    }

    @Test
    void aTextOfOneCharacterMoreIsRefused() {
        // Given
        var text = "x".repeat(AnswerRules.MAX_TEXT + 1);

        // When
        var verdict = AnswerRules.normalise(new GivenAnswer(AnswerType.TEXT, new Words(text), null, null), POINTER);

        // Then
        assertThat(verdict)
                .isEqualTo(Verdict.unsound(
                        POINTER + "/value", "The value of TEXT must be a text of 1 to 10000 characters."));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 5, , /scale",
        "EMOTION, 5, , /scale",
        "NPS, , nice, /label",
        "TEXT, , nice, /label",
        "NPS, 5, , /scale"
    })
    void whatDoesNotBelongToATypeIsRefused(AnswerType type, Integer scale, String label, String place) {
        // When
        var verdict = AnswerRules.normalise(new GivenAnswer(type, new Words("happy"), scale, label), POINTER);

        // Then
        assertThat(places(verdict)).isEqualTo(POINTER + place);
    }

    @ParameterizedTest
    @EnumSource(AnswerType.class)
    void anAnswerWithoutAValueIsRefused(AnswerType type) {
        // When
        var verdict = AnswerRules.normalise(new GivenAnswer(type, null, null, null), POINTER);

        // Then
        assertThat(places(verdict)).isEqualTo(POINTER + "/value");
    }

    private static String places(Verdict<Answer> verdict) {
        return switch (verdict) {
            case Sound<Answer>(Answer answer) -> "none: " + answer;
            case Unsound<Answer>(var violations) ->
                violations.stream().map(Violation::pointer).reduce("", String::concat);
        };
    }
}
