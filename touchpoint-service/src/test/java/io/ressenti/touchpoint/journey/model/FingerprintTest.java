package io.ressenti.touchpoint.journey.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.touchpoint.journey.ATouchpoint;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {

    private static final Instant LATER = Instant.parse("2018-02-01T00:00:00Z");

    @Test
    void isStoredAndMustNotChange() {
        // Given
        var event = new ATouchpoint().build();

        // When
        var fingerprint = Fingerprint.of(event);

        // Then
        assertThat(fingerprint).isEqualTo(UUID.fromString("6c3ab6e7-c166-8533-5a1d-ea8611969324"));
    }

    @ParameterizedTest
    @MethodSource("theSameSaidAgain")
    void whatWeAddIsNoPartOfIt(TouchpointRecorded again) {
        // Given
        var first = new ATouchpoint().build();

        // When
        var fingerprint = Fingerprint.of(again);

        // Then
        assertThat(fingerprint).isEqualTo(Fingerprint.of(first));
    }

    static Stream<TouchpointRecorded> theSameSaidAgain() {
        return Stream.of(
                        new ATouchpoint().received(LATER),
                        new ATouchpoint().sent(LATER),
                        new ATouchpoint().judged(Stage.USAGE, 7, List.of()),
                        new ATouchpoint().corrected(Instant.parse("2018-01-18T00:00:00Z"), LATER))
                .map(ATouchpoint::build);
    }

    @ParameterizedTest
    @MethodSource("somethingElse")
    void whateverTheClientSaysIsPartOfIt(TouchpointRecorded other) {
        // Given
        var first = new ATouchpoint().build();

        // When
        var fingerprint = Fingerprint.of(other);

        // Then
        assertThat(fingerprint).isNotEqualTo(Fingerprint.of(first));
    }

    static Stream<TouchpointRecorded> somethingElse() {
        return Stream.of(
                        new ATouchpoint().at(LATER),
                        new ATouchpoint().customer("c-43"),
                        new ATouchpoint().journey(null),
                        new ATouchpoint().journey("-"),
                        new ATouchpoint().outcome(Outcome.SUCCESS),
                        new ATouchpoint().measures(Map.of()),
                        new ATouchpoint().measures(Map.of("delayHours", 36.6)),
                        new ATouchpoint().attributes(Map.of("state", "S", "p", "")),
                        new ATouchpoint().attributes(Map.of("stat", "eSP")))
                .map(ATouchpoint::build);
    }

    @Test
    void theOrderOfNamesDoesNotMatter() {
        // Given
        var oneWay = new LinkedHashMap<String, Double>();
        oneWay.put("lcp", 1.5);
        oneWay.put("cls", 0.25);
        var otherWay = new LinkedHashMap<String, Double>();
        otherWay.put("cls", 0.25);
        otherWay.put("lcp", 1.5);

        // When
        var fingerprint = Fingerprint.of(new ATouchpoint().measures(oneWay).build());

        // Then
        assertThat(fingerprint)
                .isEqualTo(Fingerprint.of(new ATouchpoint().measures(otherWay).build()));
    }

    @Test
    void anotherAnswerIsSomethingElse() {
        // Given
        var two = answered(2, "trop tard");

        // When
        var fingerprint = Fingerprint.of(answered(3, "trop tard"));

        // Then
        assertThat(fingerprint)
                .isNotEqualTo(Fingerprint.of(two))
                .isEqualTo(Fingerprint.of(answered(3, "trop tard")))
                .isNotEqualTo(Fingerprint.of(answered(3, "à l'heure")));
    }

    private static FeedbackRecorded answered(int value, String comment) {
        var answer = new Answer(AnswerType.CSAT, value, 5, Polarity.HIGHER_IS_BETTER, null, null);
        return new FeedbackRecorded(
                "r-1",
                "survey",
                "acme",
                "c-42",
                "o-1",
                "order-delivered",
                Stage.ACCESS,
                "EMAIL",
                null,
                LATER,
                LATER,
                List.of(answer),
                comment,
                "fr",
                null);
    }
}
