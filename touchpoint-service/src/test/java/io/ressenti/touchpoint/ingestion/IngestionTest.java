package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.touchpoint.ServiceTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class IngestionTest extends ServiceTest {

    private static final String ONE = "/api/v1/touchpoints";
    private static final String BATCH = "/api/v1/touchpoints/batch";
    private static final String TIME = "2018-01-18T22:56:59Z";

    private final String customer = unique("c");

    @BeforeEach
    void catalogue() {
        givenDelivery();
    }

    @Test
    void acceptedEventReachesTheJourneyWithItsPromise() {
        // Given
        var event = delivery("o-17-delivered", customer, TIME);

        // When
        var answer = as(TestCredentials.ACME_APPLICATION).body(event).post(ONE);

        // Then
        answer.then().statusCode(202).body("id", equalTo("o-17-delivered"));
        awaitJourneyOf(customer, 1);
        journey(customer)
                .body("items[0].kind", equalTo("TOUCHPOINT"))
                .body("items[0].stage", equalTo("ACCESS"))
                .body("items[0].partner", equalTo("seller-9"))
                .body("items[0].measures.delayHours", equalTo(36.5f))
                .body("items[0].promises[0].measure", equalTo("delayHours"))
                .body("items[0].promises[0].value", equalTo(36.5f))
                .body("items[0].promises[0].limit", equalTo(0f))
                .body("items[0].promises[0].tolerance", equalTo(72f));
    }

    @Test
    void eventOfATouchpointThatWasAddedAMomentAgoIsAccepted() {
        // Given
        var code = unique("t");
        acme().body("{\"stage\":\"USAGE\",\"channels\":[\"COURIER\"]}")
                .put("/api/v1/catalogue/touchpoints/" + code)
                .then()
                .statusCode(201);

        // When
        var answer = acme().body(delivery("a", customer, TIME).replace(DELIVERY, code))
                .post(ONE);

        // Then
        answer.then().statusCode(202);
    }

    @Test
    void eventOfATouchpointThatWasRemovedAMomentAgoIsRefused() {
        // Given
        var code = unique("t");
        var event = delivery("a", customer, TIME).replace(DELIVERY, code);
        acme().body("{\"stage\":\"USAGE\",\"channels\":[\"COURIER\"]}").put("/api/v1/catalogue/touchpoints/" + code);
        acme().body(event).post(ONE).then().statusCode(202);
        acme().delete("/api/v1/catalogue/touchpoints/" + code).then().statusCode(204);

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then().statusCode(422).body("type", equalTo("urn:ressenti:problem:unknown-touchpoint"));
    }

    @Test
    void unknownTouchpointIsRefusedWithTheRemedy() {
        // Given
        var event = delivery("a", customer, TIME).replace(DELIVERY, "never-heard-of");

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unknown-touchpoint"))
                .body("errors[0].pointer", equalTo("/touchpoint"))
                .body("detail", containsString("PUT /api/v1/catalogue/touchpoints/CODE"));
    }

    @Test
    void touchpointOfAnotherBrandIsUnknown() {
        // Given
        var event = delivery("a", customer, TIME);

        // When
        var answer = as(TestCredentials.OTHER).body(event).post(ONE);

        // Then
        answer.then().statusCode(422).body("type", equalTo("urn:ressenti:problem:unknown-touchpoint"));
    }

    @Test
    void channelThatTheTouchpointDoesNotHaveIsRefused() {
        // Given
        var event = delivery("a", customer, TIME).replace("COURIER", "FAX");

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then()
                .statusCode(422)
                .body("type", equalTo("urn:ressenti:problem:unknown-channel"))
                .body("detail", containsString("COURIER, STORE"));
    }

    @Test
    void eventFromTheDayAfterTomorrowIsRefused() {
        // Given
        var event =
                delivery("a", customer, Instant.now().plus(Duration.ofHours(25)).toString());

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then()
                .statusCode(422)
                .body("type", equalTo("urn:ressenti:problem:future-time"))
                .body("errors[0].pointer", equalTo("/occurredAt"));
    }

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

    @Test
    void nobodySendsWithoutAKey() {
        // Given
        var request = as("rsk_wrong").body(delivery("a", customer, TIME));

        // When
        var answer = request.post(ONE);

        // Then
        answer.then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void aLeadSendsNoEvents() {
        // Given
        var request = as(TestCredentials.ACME_LEAD).body(delivery("a", customer, TIME));

        // When
        var answer = request.post(ONE);

        // Then
        answer.then().statusCode(403).contentType("application/problem+json");
    }

    @Test
    void inAnArrayTheGoodItemsGoThrough() {
        // Given
        var body = "[%s,{\"id\":\"bad\"},5,%s]"
                .formatted(delivery("a", customer, TIME), delivery("b", customer, "2018-01-19T00:00:00Z"));

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected.index", contains(1, 2))
                .body("rejected.id", contains("bad", null))
                .body("rejected[0].problem.type", equalTo("urn:ressenti:problem:invalid"))
                .body("rejected[0].problem.errors.pointer", not(nullValue()))
                .body("rejected[1].problem.type", equalTo("urn:ressenti:problem:malformed-request"));
        awaitJourneyOf(customer, 2);
    }

    @Test
    void aBrokenLineSpoilsNoOther() {
        // Given
        var body = "\n" + delivery("a", customer, TIME) + "\r\n{\"id\":\"broken\",\n"
                + delivery("b", customer, "2018-01-19T00:00:00Z") + "\n";

        // When
        var answer = acmeLines(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(1))
                .body("rejected[0].index", equalTo(2))
                .body("rejected[0].id", equalTo("broken"));
        awaitJourneyOf(customer, 2);
    }

    @Test
    void aBatchOfNothingButBadItemsIsRefused() {
        // Given
        var body = "[{},{}]";

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then().statusCode(422).body("accepted", equalTo(0)).body("rejected.index", contains(0, 1));
    }

    @Test
    void anEmptyBatchIsFine() {
        // Given
        var body = "[]";

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(0)).body("rejected", hasSize(0));
    }

    @Test
    void anArrayThatBreaksOffChangesNothing() {
        // Given
        var body = "[" + delivery("a", customer, TIME) + ",";

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then().statusCode(400).body("type", equalTo("urn:ressenti:problem:malformed-request"));
        acme().body(delivery("b", customer, TIME)).post(ONE).then().statusCode(202);
        awaitJourneyOf(customer, 1);
        journey(customer).body("items.id", contains("b"));
    }

    @Test
    void moreThanTenThousandItemsAreRefused() {
        // Given
        var body = IntStream.rangeClosed(0, 10_000).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then().statusCode(413).body("type", equalTo("urn:ressenti:problem:too-many-items"));
    }

    @Test
    void tenThousandItemsAreTakenIn() {
        // Given
        var body = IntStream.range(0, 10_000)
                .mapToObj(i -> delivery("e" + i, customer, TIME))
                .collect(Collectors.joining("\n"));

        // When
        var answer = acmeLines(body).post(BATCH);

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(10_000)).body("rejected", hasSize(0));
    }

    @Test
    void theSameEventAgainCountsOnce() {
        // Given
        acme().body(delivery("twice", customer, TIME)).post(ONE).then().statusCode(202);

        // When
        var answer = acme().body("[%s,%s,%s]"
                        .formatted(
                                delivery("twice", customer, TIME),
                                delivery("twice", customer, TIME),
                                delivery("last", customer, "2018-01-20T00:00:00Z")))
                .post(BATCH);

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(3));
        awaitJourneyOf(customer, 2);
        journey(customer).body("items.id", contains("twice", "last"));
    }

    private static void awaitJourneyOf(String customer, int lines) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> journey(customer).body("items", hasSize(lines)));
    }

    private static ValidatableResponse journey(String customer) {
        return acme().get("/api/v1/customers/" + customer + "/journey").then().statusCode(200);
    }
}
