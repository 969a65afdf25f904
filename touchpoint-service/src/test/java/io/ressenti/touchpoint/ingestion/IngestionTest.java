package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
class IngestionTest extends IngestionScenario {

    @Test
    void acceptedEventReachesTheJourneyWithItsPromise() {
        // Given
        var event = delivery("o-17-delivered", customer, TIME);

        // When
        var answer = as(TestCredentials.ACME_APPLICATION).body(event).post(ONE);

        // Then
        answer.then().statusCode(202).body("id", equalTo("o-17-delivered"));
        awaitJourneyOf(customer, 1);
        journey(customer)
                .body("items[0].kind", equalTo("TOUCHPOINT"))
                .body("items[0].stage", equalTo("ACCESS"))
                .body("items[0].partner", equalTo("seller-9"))
                .body("items[0].measures.delayHours", equalTo(36.5f))
                .body("items[0].promises[0].measure", equalTo("delayHours"))
                .body("items[0].promises[0].value", equalTo(36.5f))
                .body("items[0].promises[0].limit", equalTo(0f))
                .body("items[0].promises[0].tolerance", equalTo(72f));
    }

    @Test
    void eventOfATouchpointThatWasAddedAMomentAgoIsAccepted() {
        // Given
        var code = unique("t");
        acme().body("{\"stage\":\"USAGE\",\"channels\":[\"COURIER\"]}")
                .put("/api/v1/catalogue/touchpoints/" + code)
                .then()
                .statusCode(201);

        // When
        var answer = acme().body(delivery("a", customer, TIME).replace(DELIVERY, code))
                .post(ONE);

        // Then
        answer.then().statusCode(202);
    }

    @Test
    void eventOfATouchpointThatWasRemovedAMomentAgoIsRefused() {
        // Given
        var code = unique("t");
        var event = delivery("a", customer, TIME).replace(DELIVERY, code);
        acme().body("{\"stage\":\"USAGE\",\"channels\":[\"COURIER\"]}").put("/api/v1/catalogue/touchpoints/" + code);
        acme().body(event).post(ONE).then().statusCode(202);
        acme().delete("/api/v1/catalogue/touchpoints/" + code).then().statusCode(204);

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then().statusCode(422).body("type", equalTo("urn:ressenti:problem:unknown-touchpoint"));
    }

    @Test
    void unknownTouchpointIsRefusedWithTheRemedy() {
        // Given
        var event = delivery("a", customer, TIME).replace(DELIVERY, "never-heard-of");

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unknown-touchpoint"))
                .body("errors[0].pointer", equalTo("/touchpoint"))
                .body("detail", containsString("PUT /api/v1/catalogue/touchpoints/CODE"));
    }

    @Test
    void touchpointOfAnotherBrandIsUnknown() {
        // Given
        var event = delivery("a", customer, TIME);

        // When
        var answer = as(TestCredentials.OTHER).body(event).post(ONE);

        // Then
        answer.then().statusCode(422).body("type", equalTo("urn:ressenti:problem:unknown-touchpoint"));
    }

    @Test
    void channelThatTheTouchpointDoesNotHaveIsRefused() {
        // Given
        var event = delivery("a", customer, TIME).replace("COURIER", "FAX");

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then()
                .statusCode(422)
                .body("type", equalTo("urn:ressenti:problem:unknown-channel"))
                .body("detail", containsString("COURIER, STORE"));
    }

    @Test
    void eventFromTheDayAfterTomorrowIsRefused() {
        // Given
        var event =
                delivery("a", customer, Instant.now().plus(Duration.ofHours(25)).toString());

        // When
        var answer = acme().body(event).post(ONE);

        // Then
        answer.then()
                .statusCode(422)
                .body("type", equalTo("urn:ressenti:problem:future-time"))
                .body("errors[0].pointer", equalTo("/occurredAt"));
    }

    @Test
    void nobodySendsWithoutAKey() {
        // Given
        var request = as("rsk_wrong").body(delivery("a", customer, TIME));

        // When
        var answer = request.post(ONE);

        // Then
        answer.then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void aLeadSendsNoEvents() {
        // Given
        var request = as(TestCredentials.ACME_LEAD).body(delivery("a", customer, TIME));

        // When
        var answer = request.post(ONE);

        // Then
        answer.then().statusCode(403).contentType("application/problem+json");
    }
}
