package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** What clients should not do, and what they are told. */
@QuarkusTest
class RobustnessTest extends IngestionScenario {

    private static final String JSON = "Content-Type: application/json";
    private static final String NDJSON = "Content-Type: application/x-ndjson";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    @Test
    void aBodyThatDripsInIsRefused() throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            connection.send(RawHttp.post(ONE, JSON, "Content-Length: 400")).send("{\"id\":");

            // When
            var answer = connection.answer();

            // Then
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("urn:ressenti:problem:too-slow");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void aStreamThatFallsSilentIsRefusedWithHowFarItWent() throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            connection
                    .send(RawHttp.post(BATCH, NDJSON, CHUNKED))
                    .sendChunk((delivery("a", customer, TIME) + "\n{}\n{\"id\"").getBytes(UTF_8));

            // When
            var answer = connection.answer();

            // Then
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("urn:ressenti:problem:too-slow", "\"confirmedLines\":2");
            awaitJourneyOf(customer, 1);
        }
    }

    @Test
    void aRefusalIsAnsweredBeforeTheBodyHasComeAndTheConnectionGoesOn() throws Exception {
        try (var connection = new RawHttp()) {
            // Given a client without a valid key that has yet to send most of its body
            var body = new byte[3_000_000];
            connection
                    .send(RawHttp.post(BATCH, JSON, "Content-Length: " + body.length)
                            .replace("Bearer rsk_", "Bearer rsk_not"))
                    .send("[");

            // When
            var answer = connection.answer();

            // Then
            assertThat(answer.status()).isEqualTo(401);
            connection.send(java.util.Arrays.copyOf(body, body.length - 1));
            connection.send(RawHttp.post(ONE, JSON, "Content-Length: 2")).send("{}");
            assertThat(connection.answer().status()).isEqualTo(422);
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            var event = delivery("a", customer, TIME);
            connection.send(RawHttp.post(ONE, JSON, "Content-Length: " + event.length(), "Expect: 100-continue"));

            // When
            var interim = connection.answer();

            // Then
            assertThat(interim.status()).isEqualTo(100);
            assertThat(connection.send(event).answer().status()).isEqualTo(202);
        }
    }

    @Test
    void aBodyShorterThanItSaysChangesNothing() throws Exception {
        // Given
        var event = delivery("short", customer, TIME);
        try (var connection = new RawHttp()) {
            connection
                    .send(RawHttp.post(ONE, JSON, "Content-Length: 5000"))
                    .send(event)
                    .finish();

            // When
            var answer = connection.answer();

            // Then
            assertThat(answer.status()).isZero();
        }
        acme().body(delivery("last", customer, TIME)).post(ONE).then().statusCode(202);
        awaitJourneyOf(customer, 1);
        journey(customer).body("items.id", contains("last"));
    }

    @Test
    void whatStandsBehindABodyIsNoRequest() throws Exception {
        try (var connection = new RawHttp()) {
            // Given a body that is longer than it says
            connection.send(RawHttp.post(ONE, JSON, "Content-Length: 2")).send("{}garbage\r\n\r\n");

            // When
            var answer = connection.answer();

            // Then
            assertThat(answer.status()).isEqualTo(422);
            assertThat(connection.answer().status()).isEqualTo(400);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/nowhere HTTP/1.1, 404",
        "PUT /api/v1/touchpoints HTTP/1.1, 405",
    })
    void aRequestThatNobodyTakesHasAProblem(String line, int status) throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            var request = RawHttp.post(ONE, JSON, "Content-Length: 0").replace("POST " + ONE + " HTTP/1.1", line);

            // When
            var answer = connection.send(request).answer();

            // Then
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.headers()).containsIgnoringCase("content-type: application/problem+json");
            assertThat(answer.body()).startsWith("{\"type\":\"urn:ressenti:problem:");
        }
    }

    @Test
    void anAnswerThatTheClientCannotReadIsRefusedBeforeTheEventIsTakenIn() throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            var event = delivery("unread", customer, TIME);
            connection.send(RawHttp.post(ONE, JSON, "Accept: text/plain", "Content-Length: " + event.length()));

            // When
            var answer = connection.send(event).answer();

            // Then
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.headers()).containsIgnoringCase("content-type: application/problem+json");
            assertThat(answer.body()).startsWith("{\"type\":\"urn:ressenti:problem:not-acceptable");
        }
    }

    /** Quarkus asks no Accept header where several methods share a path: what it must not do is to follow it. */
    @ParameterizedTest
    @CsvSource({"application/json, 0", "application/x-ndjson, 1"})
    void whatBecameOfABatchIsToldInJsonWhateverIsAskedFor(String type, int rejected) throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            var batch = rejected == 0 ? "[" + delivery("read", customer, TIME) + "]" : "{}";
            connection.send(RawHttp.post(
                    BATCH, "Content-Type: " + type, "Accept: text/plain", "Content-Length: " + batch.length()));

            // When
            var answer = connection.send(batch).answer();

            // Then
            assertThat(answer.headers()).containsIgnoringCase("content-type: application/json");
            assertThat(answer.body())
                    .startsWith("{\"accepted\":" + (1 - rejected))
                    .endsWith("\"rejectedTotal\":" + rejected + "}");
        }
    }

    /** The HTTP codec refuses these before anything of ours sees them: the status says it all, there is no body. */
    @ParameterizedTest
    @CsvSource({"X-Long, 20000, 431", "path, 20000, 414", "'bad name', 1, 400"})
    void aRequestThatIsNoHttpHasItsStatus(String where, int length, int status) throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            var filler = "x".repeat(length);
            var request = where.equals("path")
                    ? RawHttp.post(ONE + filler, JSON, "Content-Length: 0")
                    : RawHttp.post(ONE, JSON, where + ": " + filler, "Content-Length: 0");

            // When
            var answer = connection.send(request).answer();

            // Then
            assertThat(answer.status()).isEqualTo(status);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    /** So does Quarkus where a path is not percent-encoded. */
    @Test
    void aPathThatIsNotPercentEncodedHasItsStatus() throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            var request = RawHttp.post("/api/v1/touch%zzpoints", JSON, "Content-Length: 0");

            // When
            var answer = connection.send(request).answer();

            // Then
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void aChunkThatIsNoneEndsTheConnection() throws Exception {
        try (var connection = new RawHttp()) {
            // Given
            connection.send(RawHttp.post(BATCH, NDJSON, CHUNKED)).send("zz\r\n{}\r\n");

            // When
            var answer = connection.answer();

            // Then
            assertThat(answer.status()).isIn(0, 400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"a\",\"id\":\"b\"} | A field stands there twice. Send each field once.",
                "{\"measures\":{\"delayHours\":NaN}} | This is not valid JSON.",
                "{\"measures\":{\"delayHours\":1e999}} | \"1e999\" is not a number.",
                "{\"id\":\"\\ud800\"} | The text holds the character U+0000 or half of a surrogate pair, which cannot be stored. Remove it.",
                "{\"id\":\"a\"}{} | Something stands after the end of the JSON value. Remove it.",
                "null | The value is null. Send a JSON object.",
                "[] | The value has the wrong type: expected an object.",
            })
    void jsonThatIsNotStrictIsRefused(String body, String detail) {
        acme().body(body).post(ONE).then().statusCode(400).body("detail", startsWith(detail));
    }

    @Test
    void deepJsonIsRefused() {
        // Given
        var body = "{\"attributes\":" + "[".repeat(100_000);

        // When
        var answer = acme().body(body).post(ONE);

        // Then
        answer.then().statusCode(400).body("type", equalTo("urn:ressenti:problem:malformed-request"));
    }

    @Test
    void oneBadItemAmongTenThousandSpoilsNoOther() {
        // Given
        var body = IntStream.range(0, 10_000)
                .mapToObj(i -> i == 6_789
                        ? "{\"id\":\"bad\"}"
                        : "{\"id\":\"e%d\",\"source\":\"%s\",\"occurredAt\":\"%s\",\"customer\":\"%s\",\"touchpoint\":\"order-delivered\",\"channel\":\"STORE\"}"
                                .formatted(i, customer, TIME, customer))
                .collect(Collectors.joining(",", "[", "]"));

        // When
        var answer = acme().body(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", equalTo(9_999))
                .body("rejected.index", contains(6_789))
                .body("rejected.id", contains("bad"));
    }

    @Test
    void aMisspeltDryRunIsNotTakenInInEarnest() {
        acme().queryParam("dryrun", true)
                .body(delivery("a", customer, TIME))
                .post(ONE)
                .then()
                .statusCode(422)
                .body("detail", equalTo("There is no parameter \"dryrun\" here. Known are dryRun."));
    }
}
