package io.ressenti.touchpoint.rejected;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.TestCredentials;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class RejectedListTest extends RejectedTest {

    private static final Instant NOON = Instant.now().minusSeconds(3600);

    @Test
    void everyDeadLetterTopicIsRead() {
        // Given
        var wanted = Topics.DEAD_LETTERS;

        // When
        var read = ConfigProvider.getConfig().getValue("mp.messaging.incoming.rejected.topics", String.class);

        // Then
        assertThat(Arrays.asList(read.split(","))).contains(Topics.REJECTED).containsAll(wanted);
    }

    @Test
    void whatIngestionRefusedIsListedWithItsReason() {
        // Given
        var id = refused("acme", "unknown-touchpoint", delivery("e-1", customer, TIME));

        // When
        var list = awaitOpen(acme(), 1);

        // Then
        list.body("items[0].id", equalTo(id))
                .body("items[0].origin", equalTo("REQUEST"))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].reason", equalTo("unknown-touchpoint"))
                .body("items[0].detail", equalTo("Wrong."))
                .body("items[0].errors[0].pointer", equalTo("/touchpoint"))
                .body("items[0].source", equalTo(source))
                .body("items[0].eventId", equalTo("e-1"))
                .body("items[0].times", equalTo(1))
                .body("items[0].repaired", equalTo(false))
                .body("items[0].event", nullValue());
    }

    @Test
    void theSameEventFiftyTimesIsOneRow() {
        // Given
        var id = UUID.randomUUID();

        // When
        for (int i = 0; i < 50; i++) {
            refused(id, "acme", "invalid", "{}", NOON.plusSeconds(i));
        }

        // Then
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> awaitOpen(acme(), 1).body("items[0].times", equalTo(50)));
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() {
        // Given
        var ids = List.of(refusedAt(1), refusedAt(2), refusedAt(3));
        awaitOpen(acme(), 3);

        // When
        String next = get("limit=2")
                .body("items.id", contains(ids.get(2), ids.get(1)))
                .extract()
                .path("next");

        // Then
        get("limit=2&cursor=" + next).body("items.id", contains(ids.get(0))).body("next", nullValue());
    }

    @Test
    void filtersNarrowTheList() {
        // Given
        refused(UUID.randomUUID(), "acme", "invalid", "{}", NOON);
        refused(UUID.randomUUID(), "acme", "future-time", "{}", NOON.plusSeconds(60));
        awaitOpen(acme(), 2);

        // When
        var late = get("from=" + NOON.plusSeconds(30));

        // Then
        late.body("items.reason", contains("future-time"));
        get("to=" + NOON.plusSeconds(30)).body("items.reason", contains("invalid"));
        get("reason=invalid").body("items.reason", contains("invalid"));
        get("origin=DEAD_LETTER").body("items", empty());
        get("origin=REQUEST&state=OPEN").body("items", hasSize(2));
        get("state=DISCARDED").body("items", empty());
    }

    @Test
    void anotherBrandSeesAndTouchesNothing() {
        // Given
        var id = refused("acme", "invalid", "{}");
        awaitOpen(acme(), 1);

        // When
        var other = as(TestCredentials.OTHER).get(REJECTED + "?source=" + source);

        // Then
        other.then().statusCode(200).body("items", empty());
        as(TestCredentials.OTHER).get(REJECTED + "/" + id).then().statusCode(404);
        as(TestCredentials.OTHER).delete(REJECTED + "/" + id).then().statusCode(404);
        as(TestCredentials.OTHER).post(REJECTED + "/" + id + "/replay").then().statusCode(404);
        patch(as(TestCredentials.OTHER), "{}").patch(REJECTED + "/" + id).then().statusCode(404);
        as(TestCredentials.OTHER)
                .body("{}")
                .put(REJECTED + "/" + id + "/event")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {TestCredentials.ACME_APPLICATION, TestCredentials.ACME_LEAD, TestCredentials.ACME_ANALYST})
    void othersThanAdminsSeeNothing(String key) {
        // Given
        var request = as(key);

        // When
        var answer = request.get(REJECTED);

        // Then
        answer.then().statusCode(403).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=open",
                "origin=HTTP",
                "sate=OPEN",
                "limit=0",
                "limit=201",
                "from=noon",
                "cursor=x",
                "cursor=eA.eA",
                "source=%00"
            })
    void badParametersAreRefused(String parameter) {
        // Given
        var request = acme().urlEncodingEnabled(false);

        // When
        var answer = request.get(REJECTED + "?" + parameter);

        // Then
        answer.then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void whatIsNoIdIsNotFound() {
        // Given
        var request = acme();

        // When
        var answer = request.get(REJECTED + "/latest");

        // Then
        answer.then().statusCode(404).contentType("application/problem+json");
    }

    private String refusedAt(int second) {
        return refused(UUID.randomUUID(), "acme", "invalid", "{}", NOON.plusSeconds(second));
    }

    private ValidatableResponse get(String parameters) {
        return acme().urlEncodingEnabled(false)
                .get(REJECTED + "?source=" + source + "&" + parameters)
                .then()
                .statusCode(200);
    }
}
