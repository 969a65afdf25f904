package io.ressenti.touchpoint.rejected;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Repairing and discarding an event that ingestion refused. */
@QuarkusTest
class RepairTest extends RejectedTest {

    @BeforeEach
    void catalogue() {
        givenDelivery();
    }

    @Test
    void aPatchChangesWhatItNamesAndTheJudgeIsAsked() {
        // Given
        var id = given("unknown-touchpoint", delivery("e-1", customer, TIME).replace(DELIVERY, "order-deliverd"));
        acme().get(REJECTED + "/" + id)
                .then()
                .body("problem.type", endsWith("unknown-touchpoint"))
                .body("original", nullValue());

        // When
        var answer = patch(acme(), "{\"touchpoint\":\"order-delivered\",\"attributes\":{\"state\":null}}")
                .patch(REJECTED + "/" + id);

        // Then
        answer.then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("problem", nullValue())
                .body("repaired", equalTo(true))
                .body("changedBy", equalTo("acme-all"))
                .body("event.json.touchpoint", equalTo("order-delivered"))
                .body("event.json.attributes.state", nullValue())
                .body("event.json.customer", equalTo(customer))
                .body("original.json.touchpoint", equalTo("order-deliverd"));
    }

    @Test
    void patchesAddUp() {
        // Given
        var id = given("invalid", delivery("e-1", customer, TIME).replace("COURIER", "FAX"));
        patch(acme(), "{\"customer\":\"\"}").patch(REJECTED + "/" + id).then().statusCode(200);

        // When
        var answer = patch(acme(), "{\"channel\":\"STORE\"}").patch(REJECTED + "/" + id);

        // Then
        answer.then()
                .body("event.json.channel", equalTo("STORE"))
                .body("problem.errors[0].pointer", equalTo("/customer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":       | 400 | malformed-request",
                "''             | 400 | malformed-request",
                "{\"a\":1,\"a\":2} | 400 | malformed-request",
                "{} {}          | 400 | malformed-request",
                "[]             | 422 | invalid",
                "null           | 422 | invalid",
                "\"text\"       | 422 | invalid"
            })
    void aPatchThatIsNoObjectChangesNothing(String patch, int status, String kind) {
        // Given
        var id = given("invalid", "{\"id\":\"e-1\"}");

        // When
        var answer = patch(acme(), patch).patch(REJECTED + "/" + id);

        // Then
        answer.then().statusCode(status).body("type", endsWith(kind));
        acme().get(REJECTED + "/" + id).then().body("repaired", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "{\"id\":\"a\",\"id\":\"b\"}", "[]"})
    void whatIsNoObjectIsReplacedNotPatched(String event) {
        // Given
        var id = given("malformed-request", event);
        patch(acme(), "{\"id\":\"e-1\"}")
                .patch(REJECTED + "/" + id)
                .then()
                .statusCode(409)
                .body("type", endsWith("conflict"));

        // When
        var answer = acme().body(delivery("e-1", customer, TIME)).put(REJECTED + "/" + id + "/event");

        // Then
        answer.then().statusCode(200).body("event.json.id", equalTo("e-1")).body("problem", nullValue());
    }

    @Test
    void aTextIsShownAsTextAndJudged() {
        // Given
        var id = given("malformed-request", "not json");

        // When
        var answer = acme().contentType("text/plain").body("not json either").put(REJECTED + "/" + id + "/event");

        // Then
        answer.then()
                .statusCode(200)
                .body("event.text", equalTo("not json either"))
                .body("original.text", equalTo("not json"))
                .body("problem.status", equalTo(400));
    }

    @Test
    void numbersKeepTheirDigits() {
        // Given
        var id = given("invalid", "{\"measures\":{\"a\":36.50,\"b\":0.1234567890123456789,\"c\":1e400}}");

        // When
        var answer = patch(acme(), "{\"id\":\"e-1\"}").patch(REJECTED + "/" + id);

        // Then
        answer.then().statusCode(200);
        assertThat(answer.asString()).contains("{\"a\":36.50,\"b\":0.1234567890123456789,\"c\":1E+400}");
    }

    @Test
    void anEventThatWasTooLargeToKeepCanBeGivenAgain() {
        // Given
        var id = given("too-large", null);
        acme().get(REJECTED + "/" + id).then().body("event", nullValue()).body("problem.type", endsWith("conflict"));
        acme().post(REJECTED + "/" + id + "/replay").then().statusCode(409);
        patch(acme(), "{}").patch(REJECTED + "/" + id).then().statusCode(409);

        // When
        var answer = acme().body(delivery("e-1", customer, TIME)).put(REJECTED + "/" + id + "/event");

        // Then
        answer.then().statusCode(200).body("problem", nullValue());
    }

    @Test
    void aRepairedEventIsNoLargerThanARecord() {
        // Given
        var id = given("invalid", "{}");

        // When
        var answer = acme().body("x".repeat(1_000_001)).put(REJECTED + "/" + id + "/event");

        // Then
        answer.then().statusCode(413).body("type", endsWith("too-large"));
    }

    @Test
    void whatIsDiscardedStaysSoWithWhoDidIt() {
        // Given
        var id = given("invalid", delivery("e-1", customer, TIME));

        // When
        var answer = acme().delete(REJECTED + "/" + id);

        // Then
        answer.then().statusCode(204);
        acme().delete(REJECTED + "/" + id).then().statusCode(204);
        acme().get(REJECTED + "/" + id)
                .then()
                .body("state", equalTo("DISCARDED"))
                .body("changedBy", equalTo("acme-all"));
        assertClosed(acme().post(REJECTED + "/" + id + "/replay"));
        assertClosed(patch(acme(), "{}").patch(REJECTED + "/" + id));
        assertClosed(acme().body("{}").put(REJECTED + "/" + id + "/event"));
    }

    private static void assertClosed(Response answer) {
        answer.then().statusCode(409).body("type", endsWith("conflict"));
    }

    private String given(String reason, String event) {
        var id = refused("acme", reason, event);
        awaitOpen(acme(), 1);
        return id;
    }
}
