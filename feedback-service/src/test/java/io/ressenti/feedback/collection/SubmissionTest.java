package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SubmissionTest {

    private static final Instant NOW = Instant.parse("2018-01-20T10:00:00.123456789Z");

    @Test
    void timesAreKeptToTheMicrosecondAsTheDatabaseDoes() {
        // When
        var feedback = read(FeedbackJson.with("occurredAt", "2018-01-20T10:00:00.987654321+01:00"));

        // Then
        assertThat(feedback.occurredAt()).isEqualTo("2018-01-20T09:00:00.987654Z");
        assertThat(feedback.receivedAt()).isEqualTo("2018-01-20T10:00:00.123456Z");
    }

    @Test
    void aDayAheadIsStillTaken() {
        // When
        var feedback = read(FeedbackJson.with("occurredAt", "2018-01-21T10:00:00.123456Z"));

        // Then
        assertThat(feedback.occurredAt()).isEqualTo("2018-01-21T10:00:00.123456Z");
    }

    @Test
    void aMicrosecondMoreIsTheFuture() {
        // When
        var problem = refusal(FeedbackJson.with("occurredAt", "2018-01-21T10:00:00.123457Z"));

        // Then
        assertThat(problem.type()).hasToString("urn:ressenti:problem:future-time");
    }

    @Test
    void aCommentAloneIsEnough() {
        // When
        var feedback = read(FeedbackJson.with("answers", null));

        // Then
        assertThat(feedback.answers()).isEmpty();
        assertThat(feedback.comment()).isEqualTo("Chegou tarde.");
    }

    @Test
    void neitherAnswerNorCommentIsRefused() {
        // When
        var problem = refusal(FeedbackJson.with("answers", null, "comment", "  "));

        // Then
        assertThat(problem.errors()).extracting(Violation::pointer).containsExactly("/answers");
    }

    @ParameterizedTest
    @CsvSource({"pt, pt", "PT-br, pt-BR", "zh-hant-tw, zh-Hant-TW"})
    void theLanguageIsKeptInItsCanonicalForm(String sent, String kept) {
        // When
        var feedback = read(FeedbackJson.with("language", sent));

        // Then
        assertThat(feedback.language()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "language, p_t",
        "language, ''",
        "language, portuguese language",
        "id, ''",
        "customer, ' '",
        "partner, ''"
    })
    void aFieldThatSaysNothingIsRefused(String field, String value) {
        // When
        var problem = refusal(FeedbackJson.with(field, value));

        // Then
        assertThat(problem.status()).isEqualTo(422);
        assertThat(problem.errors()).extracting(Violation::pointer).containsExactly("/" + field);
    }

    @ParameterizedTest
    @CsvSource({
        "id, 256",
        "source, 256",
        "customer, 256",
        "journeyId, 256",
        "channel, 256",
        "partner, 256",
        "comment, 10000"
    })
    void aTextMayBeAsLongAsAllowedAndNoLonger(String field, int most) {
        assertThatCode(() -> read(FeedbackJson.with(field, "x".repeat(most)))).doesNotThrowAnyException();
        assertThat(refusal(FeedbackJson.with(field, "x".repeat(most + 1))).errors())
                .extracting(Violation::pointer)
                .containsExactly("/" + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "source", "customer", "journeyId", "channel", "partner"})
    void aNameHoldsNoControlCharacter(String field) {
        assertThat(refusal(FeedbackJson.with(field, "a\u0007b")).errors())
                .extracting(Violation::pointer)
                .containsExactly("/" + field);
    }

    @Test
    void aTimeBeforeAnyFeedbackIsRefused() {
        assertThat(refusal(FeedbackJson.with("occurredAt", "1970-01-01T00:00:01Z"))
                        .errors())
                .extracting(Violation::pointer)
                .containsExactly("/occurredAt");
    }

    @Test
    void fiftyAnswersAreTakenAndNoMore() {
        // Given
        var answer = "{\"type\":\"NPS\",\"value\":9}";

        // When
        var fifty = read(FeedbackJson.withAnswers("r-1", "[" + answer + ("," + answer).repeat(49) + "]"));
        var more = refusal(FeedbackJson.withAnswers("r-1", "[" + answer + ("," + answer).repeat(50) + "]"));

        // Then
        assertThat(fifty.answers()).hasSize(50);
        assertThat(more.errors()).extracting(Violation::pointer).containsExactly("/answers");
    }

    @Test
    void everyWrongAnswerIsNamed() {
        // When
        var problem = refusal(
                FeedbackJson.withAnswers(
                        "r-1",
                        "[{\"type\":\"NPS\",\"value\":11},{\"type\":\"NPS\",\"value\":1},null,{\"type\":\"CES\",\"value\":0}]"));

        // Then
        assertThat(problem.errors())
                .extracting(Violation::pointer)
                .containsExactly("/answers/0/value", "/answers/2", "/answers/3/value");
    }

    private static FeedbackRecorded read(String body) {
        return Submission.read(body.getBytes(StandardCharsets.UTF_8), null, new Sender("acme", "survey"), NOW);
    }

    private static Problem refusal(String body) {
        return catchThrowableOfType(ProblemException.class, () -> read(body)).problem();
    }
}
