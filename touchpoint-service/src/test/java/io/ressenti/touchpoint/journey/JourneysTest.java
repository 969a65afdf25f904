package io.ressenti.touchpoint.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Outcome;
import io.ressenti.embedded.testing.TestCredentials;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Journeys in numbers, and each by itself. */
@QuarkusTest
class JourneysTest extends JourneyScenario {

    private final String order = unique("o");

    @Test
    void sumsUpEachJourney() {
        // Given
        happened("acme", "b", order, 2);
        write(touchpoint("c").journey(order).hour(3).outcome(Outcome.SUCCESS).judged(null, 1, List.of()));
        said("acme", "r", order, 5);
        happened("acme", "without", null, 9);
        happened("acme", "other", "other-" + order, 7);

        // When: a late one
        happened("acme", "a", order, 1);

        // Then
        journey(6);
        ok("/api/v1/customers/" + customer + "/journeys")
                .body("customer", equalTo(customer))
                .body("items.journeyId", contains("other-" + order, order))
                .body("items[1].customer", equalTo(customer))
                .body("items[1].firstAt", equalTo("2018-01-18T01:00:00Z"))
                .body("items[1].lastAt", equalTo("2018-01-18T05:00:00Z"))
                .body("items[1].touchpoints", equalTo(3))
                .body("items[1].feedback", equalTo(1))
                .body("items[1].failures", equalTo(2))
                .body("items[1].brokenPromises", equalTo(2))
                .body("next", nullValue());
    }

    @Test
    void listsJourneysPageByPage() {
        // Given
        for (int day = 0; day < 5; day++) {
            happened("acme", "e" + day, order + day, 24 * (day / 2));
        }
        journey(5);
        var path = "/api/v1/customers/" + customer + "/journeys?limit=2";
        String next = ok(path).body("items.journeyId", contains(order + 4, order + 3))
                .extract()
                .path("next");

        // When
        var second = ok(path + "&cursor=" + next);

        // Then
        String last = second.body("items.journeyId", contains(order + 2, order + 1))
                .extract()
                .path("next");
        ok(path + "&cursor=" + last)
                .body("items.journeyId", contains(order + 0))
                .body("next", nullValue());
    }

    @Test
    void showsAJourneyOfTwoCustomersPageByPage() {
        // Given
        happened("acme", "a", order, 1);
        happened("acme", "elsewhere", "other-" + order, 2);
        write(touchpoint("b").journey(order).hour(3).customer("partner-of-" + customer));
        said("acme", "c", order, 24 * 40);
        journey(3);
        var path = "/api/v1/journeys/" + order;
        await().atMost(PATIENCE).untilAsserted(() -> ok(path).body("touchpoints", equalTo(2)));

        // When
        var first = ok(path + "?limit=2");

        // Then
        String next = first.body("journeyId", equalTo(order))
                .body("customers", containsInAnyOrder(customer, "partner-of-" + customer))
                .body("customersTotal", equalTo(2))
                .body("firstAt", equalTo("2018-01-18T01:00:00Z"))
                .body("lastAt", equalTo("2018-02-27T00:00:00Z"))
                .body("touchpoints", equalTo(2))
                .body("feedback", equalTo(1))
                .body("failures", equalTo(2))
                .body("items.id", contains("a", "b"))
                .extract()
                .path("next");
        ok(path + "?limit=2&cursor=" + next).body("items.id", contains("c")).body("next", nullValue());
    }

    @Test
    void namesTheFirstHundredOfAJourneysCustomers() {
        // Given
        for (int number = 100; number < 202; number++) {
            write(touchpoint("e-" + number).journey(order).hour(1).customer(customer + "-" + number));
        }
        var path = "/api/v1/journeys/" + order + "?limit=1";
        await().atMost(PATIENCE).untilAsserted(() -> ok(path).body("touchpoints", equalTo(102)));

        // When
        var answer = ok(path);

        // Then
        answer.body("customersTotal", equalTo(102))
                .body("customers", hasSize(100))
                .body("customers[0]", equalTo(customer + "-100"))
                .body("customers[99]", equalTo(customer + "-199"));
    }

    @Test
    void aCustomerWithoutJourneysHasNone() {
        // Given
        happened("acme", "a", null, 1);
        journey(1);

        // When
        var answer = ok("/api/v1/customers/" + customer + "/journeys");

        // Then
        answer.body("items", empty()).body("next", nullValue());
    }

    @Test
    void brandsDoNotSeeEachOthersJourneys() {
        // Given
        happened("acme", "a", order, 1);
        journey(1);

        // When
        var answer = as(TestCredentials.OTHER).get("/api/v1/journeys/" + order);

        // Then
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", containsString("There is no journey with the id"));
        as(TestCredentials.OTHER)
                .get("/api/v1/customers/" + customer + "/journeys")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/journeys/o-1", "/api/v1/customers/c-42/journeys"})
    void applicationsDoNotReadThem(String path) {
        // Given
        var application = as(TestCredentials.ACME_APPLICATION);

        // When
        var answer = application.get(path);

        // Then
        answer.then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "journeys/o-1?limit=0            | The parameter limit must be a whole number from 1 to 200.",
                "journeys/o-1?cursor=eA          | The parameter cursor is not one that this list returned.",
                "journeys/o-1?sort=up            | There is no parameter \"sort\" here. Known are cursor, limit.",
                "customers/c-1/journeys?cursor=! | The parameter cursor is not one that this list returned.",
                "customers/c-1/journeys?cursor=eA.eA.eA | The parameter cursor must be an RFC 3339 time",
                "customers/c-1/journeys?from=2018-01-18T00:00:00Z | There is no parameter \"from\" here.",
                "journeys/a%00b                  | An identifier is 1 to 256 characters"
            })
    void refusesWhatItDoesNotKnow(String path, String detail) {
        // Given
        var request = acme().urlEncodingEnabled(false);

        // When
        var answer = request.get("/api/v1/" + path);

        // Then
        answer.then().statusCode(422).contentType("application/problem+json").body("detail", containsString(detail));
    }
}
