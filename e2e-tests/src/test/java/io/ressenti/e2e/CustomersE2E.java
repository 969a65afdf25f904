package io.ressenti.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Caller;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who a customer is, and what they say now: every service follows. */
@ExtendWith(RessentiExtension.class)
class CustomersE2E {

    private static final String CHECKOUT = "checkout";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Brand brand;
    private static Caller caller;

    @BeforeAll
    static void aBrand(RunningRessenti running) {
        brand = running.brand("customers");
        caller = brand.caller();
        brand.catalogue(CHECKOUT, "PURCHASE");
    }

    @Test
    void anAmendedAnswerReplacesTheFirst() {
        // Given
        assertThat(caller.post("/api/v1/feedback", Brand.feedback("a-1", "c-amends", CHECKOUT, 1))
                        .status())
                .isEqualTo(201);
        eventually(() -> assertThat(experienced("c-amends")).isZero());

        // When
        var reply = caller.put("/api/v1/feedback/e2e/a-1", Brand.feedback("a-1", "c-amends", CHECKOUT, 5));

        // Then
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        eventually(() -> assertThat(experienced("c-amends")).isEqualTo(100));
        assertThat(score("c-amends").get("n").asInt()).isEqualTo(1);
        eventually(() -> {
            assertThat(journey("c-amends")).hasSize(1);
            assertThat(journey("c-amends").get(0).get("revision").asInt()).isEqualTo(1);
        });
    }

    @Test
    void mergedIdentifiersAreOneCustomerUntilTheyAreUnmerged() {
        // Given
        happened("m-1", "c-guest");
        happened("m-2", "c-member");
        eventually(() -> assertThat(score("c-member").get("n").asInt()).isEqualTo(1));

        // When
        var merge = Map.of("id", "m", "source", "e2e", "into", "c-member", "occurredAt", "2026-01-19T10:00:00Z");
        assertThat(caller.post("/api/v1/customers/c-guest/merge", merge).status())
                .isEqualTo(202);

        // Then
        eventually(() -> assertThat(journey("c-guest"))
                .extracting(line -> line.get("customer").asText())
                .containsExactly("c-guest", "c-member"));
        eventually(() -> assertThat(score("c-member").get("n").asInt()).isEqualTo(2));
        var unmerge = Map.of("id", "u", "source", "e2e", "occurredAt", "2026-01-19T11:00:00Z");
        assertThat(caller.post("/api/v1/customers/c-guest/unmerge", unmerge).status())
                .isEqualTo(202);
        eventually(() -> assertThat(journey("c-guest")).hasSize(1));
        eventually(() -> assertThat(score("c-member").get("n").asInt()).isEqualTo(1));
    }

    @Test
    void nothingStaysOfAnErasedCustomer() {
        // Given
        happened("e-1", "c-erased");
        caller.post("/api/v1/feedback", Brand.feedback("e-2", "c-erased", CHECKOUT, 1));
        eventually(() -> assertThat(journey("c-erased")).hasSize(2));
        eventually(() -> assertThat(alertsOf("c-erased")).isPositive());
        eventually(() -> assertThat(score("c-erased").get("n").asInt()).isEqualTo(2));

        // When
        var reply = caller.delete("/api/v1/customers/c-erased");

        // Then
        assertThat(reply.status()).as(reply.body()).isEqualTo(202);
        assertThat(reply.json().get("identifiers")).hasSize(1);
        eventually(() -> assertThat(journey("c-erased")).isEmpty());
        eventually(() -> assertThat(feedbackOf("c-erased")).isEmpty());
        eventually(() -> assertThat(alertsOf("c-erased")).isZero());
        eventually(
                () -> assertThat(caller.get("/api/v1/customers/c-erased/score").status())
                        .isEqualTo(404));
        happened("e-3", "c-erased");
        eventually(() -> assertThat(journey("c-erased")).hasSize(1));
    }

    private static void happened(String id, String customer) {
        assertThat(caller.post("/api/v1/touchpoints", Brand.failure(id, customer, CHECKOUT))
                        .status())
                .isEqualTo(202);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion);
    }

    private static JsonNode journey(String customer) {
        return caller.get("/api/v1/customers/" + customer + "/journey").json().get("items");
    }

    private static JsonNode feedbackOf(String customer) {
        return caller.get("/api/v1/feedback?customer=" + customer).json().get("items");
    }

    private static JsonNode score(String customer) {
        var reply = caller.get("/api/v1/customers/" + customer + "/score");
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static double experienced(String customer) {
        return score(customer).get("experienced").asDouble();
    }

    private static long alertsOf(String customer) {
        return brand.alerts("").stream()
                .filter(alert -> alert.get("customer").asText().equals(customer))
                .count();
    }
}
