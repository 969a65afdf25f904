package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
}
