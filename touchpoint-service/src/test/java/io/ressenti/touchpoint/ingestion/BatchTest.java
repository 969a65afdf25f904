package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class BatchTest extends IngestionScenario {

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
}
