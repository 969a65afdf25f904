package io.ressenti.touchpoint.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.TestCredentials;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** A customer of several identifiers has one history, as long as they are merged. */
@QuarkusTest
class PersonJourneyTest extends JourneyScenario {

    private final String guest = unique("guest");
    private final String order = unique("o");

    @Test
    void historyFollowsAMergeAndAnUnmerge() {
        // Given
        happened("acme", "a", order, 1);
        write(touchpoint("b").customer(guest).journey(order).hour(2));
        happened("acme", "c", "other-" + order, 3);
        journey(2);

        // When
        merge(guest, customer, 1);

        // Then
        journey(3)
                .body("customer", equalTo(customer))
                .body("person", equalTo(customer))
                .body("identifiers", contains(customer, guest))
                .body("items.id", contains("a", "b", "c"))
                .body("items.customer", contains(customer, guest, customer));
        ok("/api/v1/customers/" + guest + "/journey").body("items.id", contains("a", "b", "c"));
        get("own=true").body("items.id", contains("a", "c")).body("identifiers", contains(customer));
        get("journeyId=" + order).body("items.id", contains("a", "b"));
        unmerge(guest, 2);
        journey(2).body("identifiers", contains(customer));
    }

    @Test
    void pagesGoThroughAllIdentifiersInOrder() {
        // Given
        for (int hour = 0; hour < 6; hour++) {
            var who = hour % 2 == 0 ? customer : guest;
            write(touchpoint("e" + hour).customer(who).journey(order + hour).hour(hour));
        }
        merge(guest, customer, 1);
        journey(6);

        // When
        var first = get("limit=4");

        // Then
        String next = first.body("items.id", contains("e0", "e1", "e2", "e3"))
                .extract()
                .path("next");
        get("limit=4&cursor=" + next).body("items.id", contains("e4", "e5")).body("next", nullValue());
        var journeys = "/api/v1/customers/" + customer + "/journeys?limit=4";
        String more = ok(journeys)
                .body("items.journeyId", contains(order + 5, order + 4, order + 3, order + 2))
                .body("items.customer", contains(guest, customer, guest, customer))
                .extract()
                .path("next");
        ok(journeys + "&cursor=" + more)
                .body("items.journeyId", contains(order + 1, order + 0))
                .body("next", nullValue());
    }

    @Test
    void aJourneyUnderTwoIdentifiersIsListedForEach() {
        // Given
        happened("acme", "a", order, 1);
        write(touchpoint("b").customer(guest).journey(order).hour(1));
        merge(guest, customer, 1);
        journey(2);
        var path = "/api/v1/customers/" + customer + "/journeys?limit=1";

        // When
        var first = ok(path);

        // Then
        String next = first.body("items", hasSize(1)).extract().path("next");
        ok(path + "&cursor=" + next).body("items", hasSize(1)).body("next", nullValue());
    }

    @Test
    void brandsMergeForThemselvesAlone() {
        // Given
        happened("acme", "a", order, 1);
        write(touchpoint("b").customer(guest).hour(2));
        write(Topics.CUSTOMERS, merged("other", guest, customer, 1));

        // When
        await().atMost(PATIENCE).untilAsserted(() -> as(TestCredentials.OTHER)
                .get("/api/v1/customers/" + customer + "/journey")
                .then()
                .body("identifiers", contains(customer, guest)));

        // Then
        journey(1).body("identifiers", contains(customer));
    }

    @Test
    void aPersonOfTooManyIdentifiersIsAskedForOneByOne() {
        // Given
        happened("acme", "a", order, 1);
        journey(1);
        for (int i = 0; i < 200; i++) {
            merge(customer + "-" + i, customer, 1);
        }
        var path = "/api/v1/customers/" + customer + "/journey";

        // When
        await().atMost(PATIENCE).untilAsserted(() -> acme().get(path).then().statusCode(422));

        // Then
        acme().get(path)
                .then()
                .body("type", equalTo("urn:ressenti:problem:too-many-identifiers"))
                .body("detail", containsString("own=true"));
        get("own=true").body("items.id", contains("a"));
    }

    @Test
    void nobodyIsMergedIntoAPersonOfAsManyIdentifiersAsThereMayBe() {
        // Given
        for (int i = 1; i < 200; i++) {
            merge(customer + "-" + i, customer, 1);
        }
        await().atMost(PATIENCE).untilAsserted(() -> acme().get("/api/v1/customers/" + customer + "/journey")
                .then()
                .body("identifiers", hasSize(200)));

        // When
        var answer = askToMerge(unique("another"), customer);

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:too-many-identifiers"))
                .body("detail", containsString("un-merge"));
        askToMerge(customer + "-7", customer).then().statusCode(202);
    }

    private static Response askToMerge(String from, String into) {
        return acme().body("""
                        {"id":"%s","source":"shop","into":"%s"}""".formatted(UUID.randomUUID(), into)).post("/api/v1/customers/" + from + "/merge");
    }

    private void merge(String from, String into, int second) {
        write(Topics.CUSTOMERS, merged("acme", from, into, second));
    }

    private void unmerge(String from, int second) {
        var at = Instant.parse("2018-01-19T00:00:00Z").plusSeconds(second);
        write(Topics.CUSTOMERS, new CustomersUnmerged(UUID.randomUUID().toString(), "shop", "acme", from, at, at));
    }

    private static CustomersMerged merged(String brand, String from, String into, int second) {
        var at = Instant.parse("2018-01-19T00:00:00Z").plusSeconds(second);
        return new CustomersMerged(UUID.randomUUID().toString(), "shop", brand, from, into, at, at);
    }
}
