package io.ressenti.touchpoint.ingestion;

import io.ressenti.touchpoint.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/** What the tests of ingestion share: a catalogue with a touchpoint, and a customer that no other test knows. */
abstract class IngestionScenario extends ServiceTest {

    static final String ONE = "/api/v1/touchpoints";
    static final String BATCH = "/api/v1/touchpoints/batch";
    static final String TIME = "2018-01-18T22:56:59Z";

    final String customer = unique("c");

    @BeforeEach
    void catalogue() {
        givenDelivery();
    }

    static void awaitJourneyOf(String customer, int lines) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> journey(customer).body("items", hasSize(lines)));
    }

    static ValidatableResponse journey(String customer) {
        return acme().get("/api/v1/customers/" + customer + "/journey").then().statusCode(200);
    }
}
