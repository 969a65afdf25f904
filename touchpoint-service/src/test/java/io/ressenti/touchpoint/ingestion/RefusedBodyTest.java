package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Bodies that are no event at all, or too much of one. */
@QuarkusTest
class RefusedBodyTest extends IngestionScenario {

    @Test
    void whatIsNotJsonIsRefused() {
        // Given
        var body = "{\"id\":";

        // When
        var answer = acme().body(body).post(ONE);

        // Then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:malformed-request"));
    }

    @Test
    void emptyBodyIsRefused() {
        // Given a request without a body

        // When
        var answer = acme().post(ONE);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void otherContentTypeIsRefused() {
        // Given
        var request = acme().contentType("text/plain").body(delivery("a", customer, TIME));

        // When
        var answer = request.post(ONE);

        // Then
        answer.then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unsupported-media-type"));
    }

    @Test
    void largeSingleEventIsRefused() {
        // Given
        var event = delivery("big", customer, TIME).replace("\"SP\"", "\"" + "x".repeat(512 * 1024) + "\"");

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then().statusCode(413).body("type", equalTo("urn:ressenti:problem:too-large"));
    }

    @Test
    void bodyOverTheLimitIsRefused() {
        // Given
        var body = "[" + "x".repeat(5 * 1024 * 1024) + "]";

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:too-large"));
    }

    @ParameterizedTest
    @ValueSource(ints = {5 * 1024 * 1024 + 1, 5 * 1024 * 1024 + 512 * 1024, 9 * 1024 * 1024})
    void bodyOverTheLimitThatDoesNotSayItsLengthIsRefused(int length) throws Exception {
        // Given
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + BATCH))
                .header("Authorization", "Bearer " + TestCredentials.ACME)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])))
                .build();

        // When
        HttpResponse<String> answer;
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        // Then
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:ressenti:problem:too-large");
    }
}
