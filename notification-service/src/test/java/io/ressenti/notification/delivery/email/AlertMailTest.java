package io.ressenti.notification.delivery.email;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import io.ressenti.notification.receiver.Language;
import io.ressenti.notification.receiver.Receiver;
import io.ressenti.notification.receiver.ReceiverKind;
import io.ressenti.notification.rule.Rules;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AlertMailTest {

    private static final Instant AT = Instant.parse("2026-01-18T22:56:59Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> causes() {
        return Stream.of(
                arguments(
                        rating(AnswerType.NPS, 2, 10),
                        "What happened: Recommendation 2 out of 10",
                        "Ce qui s’est passé\u00a0: Recommandation 2 sur 10"),
                arguments(
                        rating(AnswerType.STARS, 1, 5),
                        "What happened: Stars 1 out of 5",
                        "Ce qui s’est passé\u00a0: Étoiles 1 sur 5"),
                arguments(
                        answer(new Answer(
                                AnswerType.EMOTION, null, null, null, Emotion.FRUSTRATED, "My name is Miller")),
                        "What happened: The customer said how they felt",
                        "Ce qui s’est passé\u00a0: Le client a dit ce qu’il a ressenti"),
                arguments(
                        new Cause("e-1", "shop", null, new PromiseMeasured("delayHours", 30.5, 0, 24, "h", 30.5), null),
                        "What happened: Promise broken: delayHours was 30.5 h, and at most 0 h was promised",
                        "Ce qui s’est passé\u00a0: Promesse rompue\u00a0: delayHours à 30,5 h, alors que l’on promettait 0 h au plus"),
                arguments(
                        new Cause("e-1", "shop", null, new PromiseMeasured("attempts", 1000, 1, 1, null, 999), null),
                        "What happened: Promise broken: attempts was 1000, and at most 1 was promised",
                        "Ce qui s’est passé\u00a0: Promesse rompue\u00a0: attempts à 1000, alors que l’on promettait 1 au plus"),
                arguments(
                        new Cause("e-1", "shop", null, null, Outcome.ABANDONED),
                        "What happened: Given up",
                        "Ce qui s’est passé\u00a0: Abandon"));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void whatHappenedIsSaid(Cause cause, String english, String french) {
        // Given
        var told = new MailedChange.Data(AlertChange.OPENED, alert("checkout", Rules.DISSATISFIED_SIGNAL, cause));

        // When
        var mail = AlertMail.of(told, receiver(Language.EN), "https://example.com/alerts/1");

        // Then
        assertThat(mail.text().lines()).contains(english);
        assertThat(AlertMail.of(told, receiver(Language.FR), "https://example.com/alerts/1")
                        .text()
                        .lines())
                .contains(french);
        assertThat(mail.text()).doesNotContain("Miller", "e-1", "shop");
    }

    @ParameterizedTest
    @CsvSource({
        "EN, OPENED,   customer-at-risk,    '[Serious] checkout, a customer is at risk',                   A customer is at risk.",
        "EN, REOPENED, dissatisfied-signal, '[Serious] checkout, alert reopened, a customer was let down', 'Alert reopened, a customer was let down.'",
        "FR, OPENED,   customer-at-risk,    '[Grave] checkout, un client est à risque',                    Un client est à risque.",
        "FR, REOPENED, dissatisfied-signal, '[Grave] checkout, alerte rouverte, un client a été déçu',     'Alerte rouverte, un client a été déçu.'"
    })
    void theSubjectSaysWhatHasComeToPass(
            Language language, AlertChange change, String rule, String subject, String sentence) {
        // When
        var mail = AlertMail.of(
                new MailedChange.Data(change, alert("checkout", rule, null)),
                receiver(language),
                "https://example.com/alerts/1");

        // Then
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.text().lines().findFirst()).contains(sentence);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsNotKnownHasNoLine(Language language) {
        // Given
        var words = Words.of(language);
        var alert = new MailedAlert(
                "1", Severity.HIGH, Rules.DISSATISFIED_SIGNAL, "checkout", Stage.PURCHASE, null, null, null, null, AT);

        // When
        var mail = AlertMail.of(
                new MailedChange.Data(AlertChange.OPENED, alert), receiver(language), "https://example.com/alerts/1");

        // Then
        assertThat(mail.text().lines().skip(2).takeWhile(line -> !line.isEmpty()))
                .containsExactly(
                        words.line(Words.Label.SEVERITY, words.severity(Severity.HIGH)),
                        words.line(Words.Label.TOUCHPOINT, "checkout"),
                        words.line(Words.Label.STAGE, words.stage(Stage.PURCHASE)),
                        words.line(Words.Label.WHEN, words.time(AT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"complaint\":{\"words\":3}}", "{\"promise\":null,\"complaint\":{}}"})
    void aCauseOfALaterVersionHasNoLine(String cause) throws JsonProcessingException {
        // Given
        var read = JSON.readValue(cause, MailedCause.class);
        var alert = new MailedAlert(
                "1", Severity.HIGH, Rules.DISSATISFIED_SIGNAL, "checkout", Stage.PURCHASE, null, null, null, read, AT);

        // When
        var mail = AlertMail.of(
                new MailedChange.Data(AlertChange.OPENED, alert),
                receiver(Language.EN),
                "https://example.com/alerts/1");

        // Then
        assertThat(mail.text().lines()).noneMatch(line -> line.startsWith("What happened"));
    }

    @Test
    void aPromiseOfALaterVersionIsReadAsFarAsItIsKnown() throws JsonProcessingException {
        // Given
        var cause = """
                {"promise":{"measure":"delayHours","value":30.5,"limit":24,"unit":"h","tolerance":1,"brokenBy":6.5,"since":"2027"}}""";

        // When
        var read = JSON.readValue(cause, MailedCause.class);

        // Then
        assertThat(read.promise()).isEqualTo(new MailedCause.MailedPromise("delayHours", 30.5, 24, "h"));
    }

    @Test
    void aNameBeginsNoLineOfItsOwn() {
        // Given
        var alert = alert("check\r\nBcc: b@example.com\u2028out\u202E", Rules.DISSATISFIED_SIGNAL, null);

        // When
        var mail = AlertMail.of(
                new MailedChange.Data(AlertChange.OPENED, alert),
                receiver(Language.EN),
                "https://example.com/alerts/1");

        // Then
        assertThat(mail.subject()).isEqualTo("[Serious] check Bcc: b@example.com out , a customer was let down");
        assertThat(mail.text().lines()).contains("Touchpoint: check Bcc: b@example.com out ");
    }

    private static Cause rating(AnswerType type, int value, int scale) {
        return answer(new Answer(type, value, scale, Polarity.HIGHER_IS_BETTER, null, null));
    }

    private static Cause answer(Answer answer) {
        return new Cause("e-1", "shop", answer, null, null);
    }

    private static MailedAlert alert(String touchpoint, String rule, Cause cause) {
        return new MailedAlert(
                "1",
                Severity.HIGH,
                rule,
                touchpoint,
                Stage.PURCHASE,
                "WEB",
                "seller-9",
                Emotion.FRUSTRATED,
                asMailed(cause),
                AT);
    }

    /** As a mail reads it from the message, which holds all of it. */
    private static MailedCause asMailed(Cause cause) {
        return JSON.convertValue(cause, MailedCause.class);
    }

    private static Receiver receiver(Language language) {
        return new Receiver("acme", "desk", ReceiverKind.EMAIL, null, null, "desk@example.com", language, AT, AT);
    }
}
