package io.ressenti.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.e2e.system.AlertFeed;
import io.ressenti.e2e.system.AlertFeed.Message;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Caller;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What goes in over HTTP comes out as numbers and alerts, for those who may see it. */
@ExtendWith(RessentiExtension.class)
class ChainE2E {

    private static final String CHECKOUT = "checkout";
    private static final String SIGNAL_RULE = "dissatisfied-signal";

    private static RunningRessenti ressenti;
    private static Brand acme;
    private static Brand other;

    @BeforeAll
    static void twoBrands(RunningRessenti running) {
        ressenti = running;
        acme = running.brand("chain-acme");
        other = running.brand("chain-other");
        acme.catalogue(CHECKOUT, "PURCHASE");
        other.catalogue(CHECKOUT, "PURCHASE");
    }

    @Test
    void aFailureBecomesAnAlertThatTheLeadSees() {
        // Given a lead who listens
        try (var feed = AlertFeed.open(acme, null)) {

            // When
            var reply = acme.caller().post("/api/v1/touchpoints", Brand.failure("f-1", "c-failure", CHECKOUT));

            // Then
            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.json().get("id").asText()).isEqualTo("f-1");
            var message = feed.awaitAlert(of("c-failure"));
            assertThat(message.data().get("change").asText()).isEqualTo("OPENED");
            assertThat(message.alert().get("state").asText()).isEqualTo("OPEN");
            assertThat(message.alert().get("touchpoint").asText()).isEqualTo(CHECKOUT);
            assertThat(message.alert().at("/cause/outcome").asText()).isEqualTo("FAILURE");
            assertThat(message.alert().at("/cause/eventId").asText()).isEqualTo("f-1");
            assertThat(acme.alerts("touchpoint=" + CHECKOUT))
                    .anyMatch(alert -> alert.get("id").equals(message.alert().get("id")));
        }
    }

    @Test
    void aBadAnswerBecomesAnAlertAndMovesTheScore() {
        // Given
        try (var feed = AlertFeed.open(acme, null)) {

            // When
            var reply = acme.caller().post("/api/v1/feedback", Brand.feedback("a-1", "c-answer", CHECKOUT, 1));

            // Then
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            var alert = feed.awaitAlert(of("c-answer")).alert();
            assertThat(alert.get("value").asDouble()).isZero();
            assertThat(alert.at("/cause/answer/value").asInt()).isEqualTo(1);
            var score = acme.caller().get("/api/v1/customers/c-answer/score").json();
            assertThat(score.get("experienced").asDouble()).isZero();
            assertThat(score.get("band").asText()).isEqualTo("AT_RISK");
            assertThat(score.get("n").asInt()).isEqualTo(1);
            awaitJourney(acme, "c-answer", 1);
        }
    }

    @Test
    void theSameEventsAgainChangeNothing() {
        // Given a customer with a failure and a bad answer, and the alert that came of them
        try (var feed = AlertFeed.open(acme, null)) {
            sendTwice("again");
            feed.awaitAlert(of("c-again"));
            acme.awaitEverythingProcessed();
            var before = alertsOf(acme, "c-again");

            // When
            sendTwice("again");

            // Then
            acme.awaitEverythingProcessed();
            assertThat(alertsOf(acme, "c-again")).isEqualTo(before);
            assertThat(acme.caller()
                            .get("/api/v1/customers/c-again/score")
                            .json()
                            .get("n")
                            .asInt())
                    .isEqualTo(2);
            awaitJourney(acme, "c-again", 2);
        }
    }

    @Test
    void aLeadTakesAnAlertThroughItsLifeAndTheStreamTellsAllOfIt() {
        // Given an alert
        String lastSeen;
        JsonNode alert;
        try (var feed = AlertFeed.open(acme, null)) {
            acme.caller().post("/api/v1/touchpoints", Brand.failure("l-1", "c-life", CHECKOUT));
            var opened = feed.awaitAlert(of("c-life"));
            lastSeen = opened.id();
            alert = opened.alert();
        }
        var path = "/api/v1/alerts/" + alert.get("id").asText();

        // When the lead works on it while their page is disconnected
        assertThat(acme.caller().post(path + "/acknowledge", Map.of()).status()).isEqualTo(200);
        assertThat(acme.caller()
                        .post(path + "/assign", Map.of("assignee", "claire"))
                        .status())
                .isEqualTo(200);
        assertThat(acme.caller()
                        .post(path + "/resolve", Map.of("text", "Refunded."))
                        .status())
                .isEqualTo(200);

        // Then the stream catches up, each change once and in order
        try (var feed = AlertFeed.open(acme, lastSeen)) {
            feed.awaitAlert(of("c-life").and(seen -> seen.get("state").asText().equals("RESOLVED")));
            assertThat(feed.messages())
                    .filteredOn(message -> message.alert().get("id").equals(alert.get("id")))
                    .extracting(message -> message.data().get("change").asText())
                    .containsExactly("ACKNOWLEDGED", "ASSIGNED", "RESOLVED");
        }
        assertThat(acme.caller().get(path).json().get("history"))
                .extracting(change -> change.get("change").asText())
                .containsExactlyInAnyOrder("OPENED", "ACKNOWLEDGED", "ASSIGNED", "RESOLVED");
        assertThat(acme.caller().post(path + "/acknowledge", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void brandsNeverSeeEachOther() {
        // Given both brands listening, and the same customer id at both
        try (var acmeFeed = AlertFeed.open(acme, null);
                var otherFeed = AlertFeed.open(other, null)) {

            // When something happens at one of them
            acme.caller().post("/api/v1/touchpoints", Brand.failure("s-1", "c-shared", CHECKOUT));

            // Then the other has nothing of it
            var alert = acmeFeed.awaitAlert(of("c-shared")).alert();
            awaitJourney(acme, "c-shared", 1);
            other.awaitEverythingProcessed();
            assertThat(otherFeed.messages()).extracting(Message::alert).noneMatch(of("c-shared"));
            assertThat(alertsOf(other, "c-shared")).isEmpty();
            assertThat(other.caller()
                            .get("/api/v1/alerts/" + alert.get("id").asText())
                            .status())
                    .isEqualTo(404);
            assertThat(other.caller().get("/api/v1/customers/c-shared/score").status())
                    .isEqualTo(404);
            assertThat(other.caller()
                            .get("/api/v1/customers/c-shared/journey")
                            .json()
                            .get("items"))
                    .isEmpty();
        }
    }

    @Test
    void goodItemsOfABatchGoThroughBesideBadOnes() {
        // Given
        var bad = Map.of("id", "b-2", "source", "e2e", "customer", "c-batch", "touchpoint", "nowhere", "colour", "red");
        var batch = List.of(Brand.failure("b-1", "c-batch", CHECKOUT), bad, Brand.failure("b-3", "c-batch", CHECKOUT));

        // When
        var reply = acme.caller().post("/api/v1/touchpoints/batch", batch);

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().get("accepted").asInt()).isEqualTo(2);
        assertThat(reply.json().get("rejected")).hasSize(1);
        assertThat(reply.json().at("/rejected/0/index").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/rejected/0/problem/type").asText()).startsWith("urn:ressenti:problem:");
        awaitJourney(acme, "c-batch", 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/catalogue/touchpoints",
                "/api/v1/customers/c/journey",
                "/api/v1/feedback",
                "/api/v1/scores/csat",
                "/api/v1/customers/c/score",
                "/api/v1/alerts",
                "/api/v1/alerts/stream",
                "/api/v1/receivers"
            })
    void nothingIsServedWithoutAKeyOrWithAWrongOne(String path) {
        assertThat(new Caller(ressenti.url(), null).get(path).status()).isEqualTo(401);
        assertThat(new Caller(ressenti.url(), "rsk_wrong").get(path).status()).isEqualTo(401);
    }

    private static void sendTwice(String name) {
        var failure = Brand.failure("t-" + name, "c-" + name, CHECKOUT);
        var feedback = Brand.feedback("f-" + name, "c-" + name, CHECKOUT, 2);
        for (int i = 0; i < 2; i++) {
            assertThat(acme.caller().post("/api/v1/touchpoints", failure).status())
                    .isEqualTo(202);
            assertThat(acme.caller().post("/api/v1/feedback", feedback).status())
                    .isIn(200, 201);
        }
    }

    private static Predicate<JsonNode> of(String customer) {
        return alert -> alert.get("customer").asText().equals(customer)
                && alert.get("rule").asText().equals(SIGNAL_RULE);
    }

    private static List<JsonNode> alertsOf(Brand brand, String customer) {
        return brand.alerts("").stream()
                .filter(alert -> alert.get("customer").asText().equals(customer))
                .toList();
    }

    private static void awaitJourney(Brand brand, String customer, int entries) {
        await("the journey of " + customer).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(brand.caller()
                        .get("/api/v1/customers/" + customer + "/journey")
                        .json()
                        .get("items"))
                .hasSize(entries));
    }
}
