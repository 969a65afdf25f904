package io.ressenti.touchpoint.rejected;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.AlertChanged;
import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.touchpoint.Topic;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** Records that a consumer set aside: whose they are, and how they come back. */
@QuarkusTest
class DeadLetterTest extends RejectedTest {

    @Test
    void aPoisonousRecordIsListedRepairedReplayedAndInTheJourney() {
        // Given
        write(Topics.TOUCHPOINTS, "acme|" + customer, "poison of " + customer);
        var id = awaitDeadLetter(acme(), "event.text", "poison of " + customer);
        acme().get(REJECTED + "/" + id)
                .then()
                .body("origin", equalTo("DEAD_LETTER"))
                .body("reason", equalTo("unreadable"))
                .body("topic", equalTo(Topics.TOUCHPOINTS))
                .body("service", equalTo("touchpoint-service"))
                .body("problem.status", equalTo(422));
        acme().contentType("application/json")
                .body(recorded("acme"))
                .put(REJECTED + "/" + id + "/event")
                .then()
                .statusCode(200)
                .body("repaired", equalTo(true))
                .body("original.text", equalTo("poison of " + customer))
                .body("event.json.id", equalTo("mended"))
                .body("problem", nullValue());

        // When
        var answer = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        answer.then().statusCode(202).body("id", equalTo(id));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> acme().get("/api/v1/customers/" + customer + "/journey")
                        .then()
                        .body("items.id", contains("mended")));
        acme().get(REJECTED + "/" + id)
                .then()
                .body("state", equalTo("REPLAYED"))
                .body("changedBy", equalTo("acme-all"));
    }

    @Test
    void aRecordThatIsNotEvenTextIsShownWhole() {
        // Given
        var bytes = new byte[] {(byte) 0xFF, 0, 'x'};

        // When
        write(new ProducerRecord<>(Topics.TOUCHPOINTS, "acme|" + customer, bytes));

        // Then
        awaitDeadLetter(acme(), "event.base64", "/wB4");
    }

    @Test
    void anotherBrandSeesNoneOfIt() {
        // Given
        write(Topics.FEEDBACK, "acme|" + customer, "poison of " + customer);
        var id = awaitDeadLetter(acme(), "event.text", "poison of " + customer);

        // When
        var answer = as(TestCredentials.OTHER).get(REJECTED + "/" + id);

        // Then
        answer.then().statusCode(404);
        as(TestCredentials.OTHER).get(REJECTED).then().body("items.id", not(hasItem(id)));
        operator().get(REJECTED + "/" + id).then().statusCode(404);
    }

    @Test
    void onlyOperatorsSeeWhatBelongsToNoBrand() {
        // Given
        write(Topics.TOUCHPOINTS, "no brand in " + customer, "poison of " + customer);

        // When
        var id = awaitDeadLetter(operator(), "event.text", "poison of " + customer);

        // Then
        operator().get(REJECTED + "/" + id).then().body("brand", equalTo(""));
        acme().get(REJECTED + "/" + id).then().statusCode(404);
        acme().delete(REJECTED + "/" + id).then().statusCode(404);
        operator().delete(REJECTED + "/" + id).then().statusCode(204);
    }

    @Test
    void aRepairedLetterDoesNotSpeakForAnotherBrand() {
        // Given
        write(Topics.TOUCHPOINTS, "acme|" + customer, "poison of " + customer);
        var id = awaitDeadLetter(acme(), "event.text", "poison of " + customer);
        acme().body(recorded("other"))
                .put(REJECTED + "/" + id + "/event")
                .then()
                .statusCode(200);

        // When
        var answer = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        answer.then().statusCode(422).body("errors[0].pointer", equalTo("/brand"));
        acme().get(REJECTED + "/" + id).then().body("state", equalTo("OPEN"));
    }

    @Test
    void aLetterThatNobodyRepairedGoesBackAsItWas() {
        // Given
        var letter = EventCodec.toRecord(Topics.deadLettersOf(Topics.ALERTS), alert());
        letter.headers()
                .add("traceparent", "00-1".getBytes(StandardCharsets.UTF_8))
                .add("dlq_topic", Topics.ALERTS.getBytes(StandardCharsets.UTF_8))
                .add("dlq_reason", "PgException: it was too much".getBytes(StandardCharsets.UTF_8));
        write(letter);
        var id = awaitDeadLetter(acme(), "event.json.customer", customer);
        acme().get(REJECTED + "/" + id).then().body("detail", endsWith(": the service or its database refused it"));

        // When
        var answer = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        answer.then().statusCode(202);
        var again = new Topic(kafka, Topics.ALERTS)
                .read(record -> ("acme|" + customer).equals(record.key()), 1)
                .getFirst();
        assertThat(again.value()).isEqualTo(letter.value());
        assertThat(again.headers().toArray())
                .extracting(Header::key)
                .contains("ce_id", "ce_type", "traceparent")
                .noneMatch(name -> name.startsWith("dlq_"));
    }

    @Test
    void anEventOfAnotherTypeIsNotPutBackOnATopicOfOneType() {
        // Given
        write(EventCodec.toRecord(Topics.deadLettersOf(Topics.FEEDBACK), alert()));
        var id = awaitDeadLetter(acme(), "event.json.customer", customer);

        // When
        var answer = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        answer.then()
                .statusCode(409)
                .body(
                        "detail",
                        startsWith("It is a io.ressenti.AlertChanged.v1, and the topic \"cx.feedback.v1\" takes"));
        acme().get(REJECTED + "/" + id).then().body("state", equalTo("OPEN")).body("problem.status", equalTo(409));
    }

    @Test
    void whatIsNoRejectedEventOnItsTopicIsKeptAsWell() {
        // Given
        var text = "poison of " + customer;

        // When
        write(Topics.REJECTED, "acme|" + customer, text);

        // Then
        var id = awaitDeadLetter(acme(), "event.text", text);
        acme().get(REJECTED + "/" + id)
                .then()
                .body("topic", equalTo(Topics.REJECTED))
                .body("reason", equalTo("unreadable"));
    }

    /** The id of the dead letter whose {@code field} is {@code value}. */
    private static String awaitDeadLetter(RequestSpecification request, String field, String value) {
        return await().atMost(Duration.ofSeconds(60)).until(() -> deadLetter(request, field, value), Objects::nonNull);
    }

    private static String deadLetter(RequestSpecification request, String field, String value) {
        List<String> ids =
                given().spec(request).get(REJECTED + "?origin=DEAD_LETTER").path("items.id");
        return ids.stream()
                .filter(id -> value.equals(
                        given().spec(request).get(REJECTED + "/" + id).path(field)))
                .findFirst()
                .orElse(null);
    }

    private void write(String topic, String key, String value) {
        write(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(ProducerRecord<String, byte[]> record) {
        new Topic(kafka, record.topic()).write(record);
    }

    private AlertChanged alert() {
        var time = Instant.parse(TIME);
        return new AlertChanged(
                "alert-of-" + customer,
                source,
                "acme",
                "a-1",
                1,
                AlertChange.OPENED,
                AlertState.OPEN,
                Severity.HIGH,
                "rule",
                customer,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                20,
                null,
                time,
                time);
    }

    private String recorded(String brand) {
        return """
                {"id":"mended","source":"%s","brand":"%s","customer":"%s","touchpoint":"order-delivered","stage":"ACCESS",\
                "channel":"COURIER","occurredAt":"%s","receivedAt":"%s","outcome":"SUCCESS","measures":{},"promises":[],\
                "attributes":{}}""".formatted(source, brand, customer, TIME, TIME);
    }
}
