package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

/** Events as lines. */
@QuarkusTest
class NdjsonTest extends IngestionScenario {

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
    void thereIsNoLimitOfItemsOrBytes() {
        // Given some 8 MB
        var body = IntStream.range(0, 24_000)
                .mapToObj(i -> delivery("e" + i, customer, TIME))
                .collect(Collectors.joining("\n"));

        // When
        var answer = acmeLines(body).post(BATCH);

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(24_000)).body("rejectedTotal", equalTo(0));
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() {
        // Given
        var body = delivery("a", customer, TIME) + "\n{\"id\":\"" + "x".repeat(3_000_000) + "\"}\n"
                + delivery("b", customer, "2018-01-19T00:00:00Z");

        // When
        var answer = acmeLines(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].problem.type", equalTo("urn:ressenti:problem:too-large"));
        awaitJourneyOf(customer, 2);
    }

    @Test
    void theFirstTenThousandRejectedAreListed() {
        // Given
        var body = delivery("good", customer, TIME) + "\n{}".repeat(10_001);

        // When
        var answer = acmeLines(body).post(BATCH);

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejectedTotal", equalTo(10_001))
                .body("rejected", hasSize(10_000))
                .body("rejected[9999].index", equalTo(10_000));
    }

    @Test
    void linesMayBeCloudEvents() {
        // Given
        var event = """
                {"specversion":"1.0","type":"com.example.t","source":"%1$s","id":"ce","time":"%2$s","subject":"%1$s",\
                "data":{"touchpoint":"order-delivered","channel":"COURIER"}}""".formatted(customer, TIME);

        // When
        var answer = acmeLines(event + "\n" + delivery("plain", customer, TIME)).post(BATCH);

        // Then
        answer.then().statusCode(202).body("accepted", equalTo(2));
    }

    @Test
    void whatIsSentIsTakenInBeforeTheEndAndWhatWasCompleteCountsWhenItBreaksOff() throws Exception {
        // Given a client that sends a line and a half, and then waits
        try (var connection = new RawHttp()) {
            connection.send(RawHttp.post(BATCH, "Content-Type: application/x-ndjson", "Transfer-Encoding: chunked"));
            connection.sendChunk((delivery("first", customer, TIME) + "\n").getBytes(UTF_8));
            awaitJourneyOf(customer, 1);
            connection.sendChunk((delivery("second", customer, TIME) + "\n{\"id\":\"half").getBytes(UTF_8));

            // When it goes away
        }

        // Then
        awaitJourneyOf(customer, 2);
    }

    @Test
    void aStreamThatIsRefusedLineAfterLineIsBrokenOff() {
        // Given
        var body = "{}\n".repeat(110_000);

        // When
        var answer = acmeLines(body).queryParam("dryRun", true).post(BATCH);

        // Then it ends there, but for the chunks that were on their way
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:too-many-rejected"))
                .body("detail", containsString("lines of the stream would be taken in or rejected"))
                .body("confirmedLines", allOf(greaterThanOrEqualTo(100_000), lessThan(102_500)));
    }
}
