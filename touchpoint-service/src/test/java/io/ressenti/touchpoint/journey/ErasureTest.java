package io.ressenti.touchpoint.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.privacy.Pseudonym;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Nothing stays of an erased customer, and nothing comes back. */
@QuarkusTest
class ErasureTest extends JourneyScenario {

    private static final Instant ERASED_AT = ATouchpoint.DAY.plus(Duration.ofDays(1));
    private static final Instant LATER = ERASED_AT.plusSeconds(1);

    @Inject
    Pool pool;

    private final String order = unique("o");

    @Test
    void whatWasReceivedBeforeIsGoneAndWhatComesAfterwardsCounts() {
        // Given
        happened("acme", "a", order, 1);
        said("acme", "r", order, 2);
        write(touchpoint("b").journey(order).hour(3).received(LATER));
        write(touchpoint("other")
                .journey(order)
                .customer("friend-of-" + customer)
                .hour(3));
        journey(3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> ok("/api/v1/journeys/" + order).body("touchpoints", equalTo(3)));

        // When
        erase("acme");

        // Then
        journey(1).body("items.id", contains("b"));
        ok("/api/v1/customers/" + customer + "/journeys")
                .body("items", hasSize(1))
                .body("items[0].touchpoints", equalTo(1))
                .body("items[0].feedback", equalTo(0))
                .body("items[0].firstAt", equalTo("2018-01-18T03:00:00Z"));
        ok("/api/v1/journeys/" + order).body("touchpoints", equalTo(2)).body("feedback", equalTo(0));
    }

    @Test
    void whatArrivesLateDoesNotComeBackAndIsNoConflict() {
        // Given
        erase("acme");
        write(touchpoint("marker").hour(5).received(LATER));
        journey(1);
        awaitErased();

        // When
        happened("acme", "late", order, 1);
        write(touchpoint("marker").hour(4).received(ERASED_AT)); // says something else under an id that stands

        // Then
        write(touchpoint("last").hour(6).received(LATER));
        journey(2).body("items.id", contains("marker", "last"));
        ok("/api/v1/rejected?source=shop-" + customer).body("items", empty());
    }

    @Test
    void theSameIdCountsAgainAfterTheErasure() {
        // Given
        happened("acme", "a", order, 1);
        journey(1);
        erase("acme");
        journey(0);

        // When
        write(touchpoint("a").journey(order).hour(7).received(LATER));

        // Then
        journey(1).body("items.occurredAt", contains("2018-01-18T07:00:00Z"));
        ok("/api/v1/journeys/" + order).body("touchpoints", equalTo(1));
    }

    @Test
    void theWholePersonIsErasedWithWhatLinkedThem() {
        // Given
        var guest = unique("guest");
        happened("acme", "a", order, 1);
        write(touchpoint("b").customer(guest).journey(order).hour(2));
        write(
                Topics.CUSTOMERS,
                new CustomersMerged("m", "shop", "acme", guest, customer, ATouchpoint.DAY, ATouchpoint.DAY));
        journey(2);

        // When
        var answer = acme().delete("/api/v1/customers/" + customer);

        // Then
        answer.then().statusCode(202).body("identifiers", contains(customer, guest));
        journey(0).body("identifiers", contains(customer));
        await().atMost(PATIENCE).untilAsserted(() -> ok("/api/v1/customers/" + guest + "/journey")
                .body("items", empty())
                .body("identifiers", contains(guest)));
    }

    @Test
    void whatWasRefusedOfThemIsGoneToo() {
        // Given
        refused("""
                {"id":"e-1","customer":"%s","touchpoint":"nowhere"}""".formatted(customer), ERASED_AT);
        refused("""
                {"id":"e-2","subject":"%s","data":{"touchpoint":"nowhere"}}""".formatted(customer), ERASED_AT);
        refused("""
                {"id":"e-3","customer":"friend-of-%s","touchpoint":"nowhere"}""".formatted(customer), ERASED_AT);
        var list = "/api/v1/rejected?source=shop-" + customer;
        await().atMost(PATIENCE).untilAsserted(() -> ok(list).body("items", hasSize(3)));

        // When
        erase("acme");

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> ok(list).body("items", hasSize(1)));
        refused("{\"id\":\"e-4\",\"customer\":\"" + customer + "\"}", ERASED_AT);
        refused("{\"id\":\"e-5\",\"customer\":\"" + customer + "\"}", LATER);
        await().atMost(PATIENCE).untilAsserted(() -> ok(list).body("items", hasSize(2)));
    }

    @Test
    void anotherBrandsCustomerOfTheSameNameStays() {
        // Given
        happened("acme", "a", order, 1);
        journey(1);

        // When
        erase("other");

        // Then
        write(touchpoint("b").hour(2));
        journey(2);
    }

    private void erase(String brand) {
        write(
                Topics.CUSTOMERS,
                new CustomerErased(
                        UUID.randomUUID().toString(),
                        "ressenti/touchpoint-service",
                        brand,
                        customer,
                        ERASED_AT,
                        ERASED_AT));
    }

    private void awaitErased() {
        var known = "SELECT FROM erased_customer WHERE customer = '" + Pseudonym.of("acme", customer) + "'";
        await().atMost(PATIENCE).until(() -> pool.query(known).executeAndAwait().size() == 1);
    }

    private void refused(String event, Instant at) {
        write(
                Topics.REJECTED,
                new EventRejected(
                        UUID.randomUUID().toString(),
                        "ressenti/touchpoint-service",
                        "acme",
                        "shop-" + customer,
                        "e",
                        "unknown-touchpoint",
                        "Wrong.",
                        List.of(),
                        event,
                        at));
    }
}
