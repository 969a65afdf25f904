package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class FeedbackResourceTest extends ServiceTest {

    private static final String PATH = "/api/v1/feedback";

    @Test
    void feedbackIsRecordedWithStageScaleAndPolarity() {
        // Given
        var id = newId();

        // When
        var response = send(FeedbackJson.withId(id));

        // Then
        response.statusCode(201)
                .header("Location", containsString(PATH + "/survey/" + id))
                .body("id", equalTo(id))
                .body("source", equalTo("survey"))
                .body("customer", equalTo("c-42"))
                .body("journeyId", equalTo("o-17"))
                .body("touchpoint", equalTo("order-delivered"))
                .body("stage", equalTo("ACCESS"))
                .body("channel", equalTo("EMAIL"))
                .body("partner", equalTo("seller-9"))
                .body("occurredAt", equalTo("2018-01-20T09:00:00Z"))
                .body("receivedAt", notNullValue())
                .body("answers[0].type", equalTo("CSAT"))
                .body("answers[0].value", equalTo(2))
                .body("answers[0].scale", equalTo(5))
                .body("answers[0].polarity", equalTo("HIGHER_IS_BETTER"))
                .body("answers[1].emotion", equalTo("disappointed"))
                .body("answers[1].value", nullValue())
                .body("comment", equalTo("Chegou tarde."))
                .body("language", equalTo("pt"));
    }

    @Test
    void theSameAgainIsAnsweredWithTheFirst() {
        // Given
        var id = newId();
        send(FeedbackJson.with("id", id, "comment", "the first")).statusCode(201);

        // When
        var again = send(FeedbackJson.with("id", id, "comment", "another", "customer", "c-43"));

        // Then
        again.statusCode(200).body("comment", equalTo("the first")).body("customer", equalTo("c-42"));
    }

    @Test
    void theSameIdOfAnotherSourceIsAnotherOne() {
        // Given
        var id = newId();
        send(FeedbackJson.with("id", id, "source", "survey")).statusCode(201);

        // When
        var other = send(FeedbackJson.with("id", id, "source", "till"));

        // Then
        other.statusCode(201);
    }

    @Test
    void theIdempotencyKeyIsTheId() {
        // Given
        var key = newId();
        var body = FeedbackJson.with("id", null, "source", null);
        as(TestCredentials.ACME)
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201);

        // When
        var again = as(TestCredentials.ACME)
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then();

        // Then
        again.statusCode(200).body("id", equalTo(key)).body("source", equalTo("acme-all"));
    }

    @Test
    void twoApplicationsMayUseTheSameIdempotencyKey() {
        // Given
        var key = newId();
        var body = FeedbackJson.with("id", null, "source", null);
        as(TestCredentials.ACME)
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201);

        // When
        var other = as(TestCredentials.ACME_APPLICATION)
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then();

        // Then
        other.statusCode(201).body("source", equalTo("acme-application"));
    }

    @Test
    void anIdempotencyKeyThatContradictsTheBodyIsRefused() {
        // Given
        var body = FeedbackJson.withId("r-1");

        // When
        var response = as(TestCredentials.ACME)
                .header("Idempotency-Key", "r-2")
                .body(body)
                .post(PATH)
                .then();

        // Then
        refusal(response, 422, "invalid").body("errors[0].pointer", equalTo("/id"));
    }

    @Test
    void anUnknownTouchpointIsRefusedWithTheRemedy() {
        // When
        var response = send(FeedbackJson.with("id", newId(), "touchpoint", "teleport"));

        // Then
        refusal(response, 422, "unknown-touchpoint")
                .body("errors[0].pointer", equalTo("/touchpoint"))
                .body("detail", containsString("PUT /api/v1/catalogue/touchpoints/teleport"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"NPS","value":11}                  | /answers/0/value | 0 to 10
            {"type":"CSAT","value":0}                  | /answers/0/value | 1 to 5
            {"type":"CSAT","value":8,"scale":7}        | /answers/0/value | 1 to 7
            {"type":"CSAT","value":2,"scale":6}        | /answers/0/scale | 3, 4, 5, 7, 10
            {"type":"CES","value":0}                   | /answers/0/value | 1 to 7
            {"type":"STARS","value":1,"scale":11}      | /answers/0/scale | 2, 3, 4, 5, 6, 7, 8, 9, 10
            {"type":"EMOTION","value":"HAPPY"}         | /answers/0/value | disappointed, frustrated, neutral, surprised, happy
            {"type":"TEXT","value":" "}                | /answers/0/value | 1 to 10000
            {"value":3}                                | /answers/0/type  | NPS, CSAT, CES, STARS, EMOTION, TEXT
            """)
    void anAnswerOutsideItsScaleIsRefusedByPlaceAndRange(String answer, String pointer, String range) {
        // When
        var response = send(FeedbackJson.withAnswers(newId(), "[" + answer + "]"));

        // Then
        refusal(response, 422, "invalid")
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].message", containsString(range));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"x","mood":"bad"}                          | /mood            | Unknown field
            {"id":5}                                         | /id              | a string
            {"answers":[{"type":"CSAT","value":2.5}]}        | /answers/0/value | whole number
            {"answers":[{"type":"CSAT","value":true}]}       | /answers/0/value | whole number
            {"answers":[{"type":"CSAT","value":9999999999}]} | /answers/0/value | whole number
            {"answers":[{"type":"CSAT","scale":"5"}]}        | /answers/0/scale | whole number
            {"answers":[{"type":"LIKES","value":1}]}         | /answers/0/type  | NPS
            {"answers":[{"type":"TEXT","value":"\\u0000"}]}  | /answers/0/value | U+0000
            {"answers":{"type":"TEXT"}}                      | /answers         | an array
            {"comment":"half \\ud83d"}                       | /comment         | surrogate
            {"occurredAt":1516442400}                        | /occurredAt      | RFC 3339
            {"occurredAt":"2018-01-20T09:00:00"}             | /occurredAt      | RFC 3339
            {"occurredAt":"yesterday"}                       | /occurredAt      | RFC 3339
            """)
    void aBodyOfAnotherShapeIsRefusedByItsPlace(String body, String pointer, String message) {
        // When
        var response = send(body);

        // Then
        refusal(response, 400, "malformed-request")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].message", containsString(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"id":"a","id":"b"}
            {"id":"a"} {}
            {"id":
            null
            []
            "text"
            ``
            """)
    void whatIsNoJsonObjectIsRefused(String body) {
        // When
        var response = send(body);

        // Then
        refusal(response, 400, "malformed-request");
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        // When
        var response = send("{}");

        // Then
        refusal(response, 422, "invalid")
                .body(
                        "errors.pointer",
                        contains("/id", "/source", "/customer", "/touchpoint", "/channel", "/occurredAt"));
    }

    @Test
    void aTimeFarAheadIsRefused() {
        // Given
        var tomorrow = Instant.now().plus(Duration.ofHours(25)).toString();

        // When
        var response = send(FeedbackJson.with("id", newId(), "occurredAt", tomorrow));

        // Then
        refusal(response, 422, "future-time").body("errors[0].pointer", equalTo("/occurredAt"));
    }

    @Test
    void feedbackThatIsTooLargeForKafkaIsRefused() {
        // Given
        var answer = "{\"type\":\"TEXT\",\"value\":\"" + "é".repeat(10_000) + "\"}";
        var answers = "[" + String.join(",", Collections.nCopies(30, answer)) + "]";

        // When
        var response = send(FeedbackJson.withAnswers(newId(), answers));

        // Then
        refusal(response, 413, "too-large");
    }

    @Test
    void aBodyOfAnotherMediaTypeIsRefused() {
        // When
        var response = as(TestCredentials.ACME)
                .contentType("text/csv")
                .body("id")
                .post(PATH)
                .then();

        // Then
        refusal(response, 415, "unsupported-media-type");
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsRefused() {
        // When
        var response = RestAssured.given()
                .contentType("application/json")
                .body(FeedbackJson.withId(newId()))
                .post(PATH)
                .then();

        // Then
        refusal(response, 401, "unauthorized");
    }

    @Test
    void aLeadCannotRecord() {
        // When
        var response = as(TestCredentials.ACME_LEAD)
                .body(FeedbackJson.withId(newId()))
                .post(PATH)
                .then();

        // Then
        refusal(response, 403, "forbidden");
    }
}
