package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class FeedbackBatchResourceTest extends ServiceTest {

    private static final String PATH = "/api/v1/feedback/batch";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    @Test
    void aBadItemSpoilsNoOther() {
        // Given
        var customer = newId();
        var unknown = FeedbackJson.with("id", "b-1", "touchpoint", "teleport");
        var broken = FeedbackJson.withAnswers("b-3", "[{\"type\":\"NPS\",\"value\":11}]");
        var body =
                "[" + String.join(",", good(customer, 0), unknown, good(customer, 2), broken, "5", "{\"id\":7}") + "]";

        // When
        var response = post(JSON, body);

        // Then
        response.statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected.index", contains(1, 3, 4, 5))
                .body("rejected.id", contains("b-1", "b-3", null, null))
                .body("rejected[0].problem.type", equalTo("urn:ressenti:problem:unknown-touchpoint"))
                .body("rejected[1].problem.errors[0].pointer", equalTo("/answers/0/value"))
                .body("rejected[2].problem.status", equalTo(400))
                .body("rejected[3].problem.errors[0].pointer", equalTo("/id"));
        recorded(customer).body("items", hasSize(2));
    }

    @Test
    void aBrokenLineSpoilsNoOther() {
        // Given
        var customer = newId();
        var body = good(customer, 0) + "\n{\"id\":\n\n" + good(customer, 1) + "\r\n";

        // When
        var response = post(NDJSON, body);

        // Then
        response.statusCode(200).body("accepted", equalTo(2)).body("rejected.index", contains(1));
        recorded(customer).body("items", hasSize(2));
    }

    @Test
    void duplicatesAreAcceptedAndCountOnce() {
        // Given
        var customer = newId();
        var batch = "[" + good(customer, 0) + "," + good(customer, 0) + "," + good(customer, 1) + "]";
        post(JSON, batch).body("accepted", equalTo(3)).body("rejected", empty());

        // When
        var again = post(JSON, batch);

        // Then
        again.statusCode(200).body("accepted", equalTo(3)).body("rejected", empty());
        recorded(customer).body("items", hasSize(2));
    }

    @Test
    void ofTwoWithTheSameIdTheFirstStands() {
        // Given
        var customer = newId();
        var first = FeedbackJson.with("id", customer, "customer", customer, "comment", "first");
        var second = FeedbackJson.with("id", customer, "customer", customer, "comment", "second");

        // When
        var response = post(NDJSON, first + "\n" + second);

        // Then
        response.statusCode(200).body("accepted", equalTo(2));
        recorded(customer).body("items.comment", contains("first"));
    }

    @Test
    void allRejectedIsSaidByTheStatus() {
        // When
        var response = post(JSON, "[{},{}]");

        // Then
        response.statusCode(422).body("accepted", equalTo(0)).body("rejected", hasSize(2));
    }

    @Test
    void anEmptyBatchIsNoMistake() {
        // When
        var response = post(JSON, "[]");

        // Then
        response.statusCode(200).body("accepted", equalTo(0)).body("rejected", empty());
    }

    @Test
    void aBodyThatIsNoArrayIsRefusedAsAWhole() {
        // When
        var response = post(JSON, "[{\"id\":\"a\"},");

        // Then
        response.statusCode(400).contentType("application/problem+json");
    }

    @Test
    void thousandsGoInAtOnce() {
        // Given
        var customer = newId();
        var body = lines(customer, 2_000);

        // When
        var response = post(NDJSON, body);

        // Then
        response.statusCode(200).body("accepted", equalTo(2_000)).body("rejected", empty());
    }

    @Test
    void tooManyItemsAreRefused() {
        // Given
        var body = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "{}").collect(Collectors.joining("\n"));

        // When
        var response = post(NDJSON, body);

        // Then
        response.statusCode(413).body("detail", containsString("10000"));
    }

    @Test
    void aBodyOverFiveMegabytesIsRefused() {
        // Given
        var body = " ".repeat(5 * 1024 * 1024) + "[]";

        // When
        var response = post(JSON, body);

        // Then
        response.statusCode(413).contentType("application/problem+json");
    }

    @Test
    void aLeadCannotRecord() {
        // When
        var response = as(TestCredentials.ACME_LEAD).body("[]").post(PATH).then();

        // Then
        response.statusCode(403);
    }

    private static String lines(String customer, int count) {
        return IntStream.range(0, count).mapToObj(i -> good(customer, i)).collect(Collectors.joining("\n"));
    }

    private static String good(String customer, int number) {
        return FeedbackJson.with("id", customer + ":" + number, "customer", customer);
    }

    private static ValidatableResponse post(String contentType, String body) {
        return as(TestCredentials.ACME_APPLICATION)
                .contentType(contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then();
    }

    private static ValidatableResponse recorded(String customer) {
        return as(TestCredentials.ACME_LEAD)
                .queryParam("customer", customer)
                .get("/api/v1/feedback")
                .then()
                .statusCode(200);
    }
}
