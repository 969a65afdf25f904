package io.ressenti.console.sentence;

import io.ressenti.console.sentence.Happening.Felt;
import io.ressenti.console.sentence.Happening.GaveUp;
import io.ressenti.console.sentence.Happening.PromiseBroken;
import io.ressenti.console.sentence.Happening.Rated;
import io.ressenti.console.sentence.Happening.ScoreFell;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.PromiseMeasured;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SentenceTest {

    private static final String NBSP = "\u00a0";

    @ParameterizedTest
    @MethodSource("happenings")
    void saysWhatHappenedInBothLanguages(Happening happening, String english, String french) {
        assertThat(Sentence.about(happening, Locale.ENGLISH)).isEqualTo(english);
        assertThat(Sentence.about(happening, Locale.FRENCH)).isEqualTo(french);
    }

    static Stream<Arguments> happenings() {
        return Stream.of(
                Arguments.of(
                        broken("Delivery", "delayHours", 36, 0),
                        "Delivery came 36" + NBSP + "h later than promised.",
                        "Delivery" + NBSP + ": 36" + NBSP + "h plus tard que promis."),
                Arguments.of(
                        broken("Delivery", "delayHours", 96, 0),
                        "Delivery came 4" + NBSP + "days later than promised.",
                        "Delivery" + NBSP + ": 4" + NBSP + "jours plus tard que promis."),
                Arguments.of(
                        broken("Page", "loadMillis", 4250, 2000),
                        "Page: 4.2" + NBSP + "s instead of the promised 2" + NBSP + "s.",
                        "Page" + NBSP + ": 4,2" + NBSP + "s au lieu de 2" + NBSP + "s comme promis."),
                Arguments.of(
                        broken("Kit", "missingParts", 3, 0),
                        "Kit: 3 instead of the promised 0.",
                        "Kit" + NBSP + ": 3 au lieu de 0 comme promis."),
                Arguments.of(
                        new PromiseBroken("Page", PromiseMeasured.of("LCP", 4250, 2500, 1500, "ms")),
                        "Page: 4.2" + NBSP + "s instead of the promised 2.5" + NBSP + "s.",
                        "Page" + NBSP + ": 4,2" + NBSP + "s au lieu de 2,5" + NBSP + "s comme promis."),
                Arguments.of(
                        new PromiseBroken("Hall", PromiseMeasured.of("temperature", 29.5, 24, 6, "°C")),
                        "Hall: 29.5" + NBSP + "°C instead of the promised 24" + NBSP + "°C.",
                        "Hall" + NBSP + ": 29,5" + NBSP + "°C au lieu de 24" + NBSP + "°C comme promis."),
                Arguments.of(
                        new Rated("Delivery", rating(AnswerType.CSAT, 1, 5), Emotion.DISAPPOINTED),
                        "The customer gave 1 of 5 for Delivery and is disappointed.",
                        "Le client a donné 1 sur 5 à «" + NBSP + "Delivery" + NBSP + "» et se dit déçu."),
                Arguments.of(
                        new Rated("Delivery", rating(AnswerType.NPS, 2, 10), null),
                        "The customer would not recommend us after Delivery (2 of 10).",
                        "Après «" + NBSP + "Delivery" + NBSP + "», le client ne nous recommanderait pas (2 sur 10)."),
                Arguments.of(
                        new Rated("Help", rating(AnswerType.CES, 2, 7), null),
                        "The customer found Help hard work (2 of 7).",
                        "Le client a trouvé «" + NBSP + "Help" + NBSP + "» pénible (2 sur 7)."),
                Arguments.of(
                        new Felt("Help", Emotion.FRUSTRATED),
                        "The customer is frustrated after Help.",
                        "Après «" + NBSP + "Help" + NBSP + "», le client se dit frustré."),
                Arguments.of(
                        new GaveUp("Payment"),
                        "The customer gave up at Payment.",
                        "Le client a abandonné à l’étape «" + NBSP + "Payment" + NBSP + "»."),
                Arguments.of(
                        new ScoreFell(72.4, 38.1),
                        "The customer’s score fell from 72 to 38.",
                        "Le score du client est passé de 72 à 38."),
                Arguments.of(
                        new ScoreFell(null, 12),
                        "The customer’s first score is 12 of 100.",
                        "Le premier score du client est de 12 sur 100."));
    }

    @Test
    void joinsWhatBelongsTogether() {
        var told = List.<Happening>of(
                broken("Delivery", "delayHours", 36, 0), new Rated("Delivery", rating(AnswerType.CSAT, 1, 5), null));

        assertThat(Sentence.about(told, Locale.ENGLISH))
                .isEqualTo("Delivery came 36" + NBSP + "h later than promised; the customer gave 1 of 5 for Delivery.");
    }

    @Test
    void readsTheHappeningFromTheCause() {
        var failure = new Cause("e", "s", null, null, Outcome.FAILURE);
        var answer = new Cause("e", "s", rating(AnswerType.STARS, 1, 5), null, null);

        assertThat(Happening.of("Payment", failure, null)).isEqualTo(new Happening.Failed("Payment"));
        assertThat(Happening.of("Payment", answer, Emotion.FRUSTRATED))
                .isEqualTo(new Rated("Payment", rating(AnswerType.STARS, 1, 5), Emotion.FRUSTRATED));
        assertThat(Happening.of("Payment", null, null)).isEqualTo(new Happening.LetDown("Payment"));
    }

    private static PromiseBroken broken(String touchpoint, String measure, double value, double limit) {
        return new PromiseBroken(touchpoint, PromiseMeasured.of(measure, value, limit, 72, null));
    }

    private static Answer rating(AnswerType type, int value, int scale) {
        return new Answer(type, value, scale, Polarity.HIGHER_IS_BETTER, null, null);
    }
}
