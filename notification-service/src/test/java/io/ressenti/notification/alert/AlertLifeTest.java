package io.ressenti.notification.alert;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.SseClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.atRisk;
import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** From a dissatisfied customer to a resolved alert, over Kafka and HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class AlertLifeTest {

    private static final Map<String, Object> NOTHING = Map.of();

    final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    final AlertsApi other = new AlertsApi(TestCredentials.OTHER);

    @Test
    void aDissatisfiedSignalBecomesAnAlert() {
        // Given
        var customer = unique("customer");

        // When
        publish(signal("acme", customer, "o-17", 8));

        // Then
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        acme.get(id)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("severity", equalTo("CRITICAL"))
                .body("rule", equalTo("dissatisfied-signal"))
                .body("customer", equalTo(customer))
                .body("journeyId", equalTo("o-17"))
                .body("touchpoint", equalTo("order-delivered"))
                .body("stage", equalTo("ACCESS"))
                .body("channel", equalTo("COURIER"))
                .body("partner", equalTo("seller-9"))
                .body("assignee", nullValue())
                .body("signals", equalTo(1))
                .body("value", equalTo(8.0f))
                .body("emotion", nullValue())
                .body("cause.eventId", equalTo("o-17-delivered"))
                .body("cause.outcome", equalTo("FAILURE"))
                .body("causedAt", equalTo("2018-01-18T22:56:59Z"))
                .body("scoreBefore", equalTo(72.5f))
                .body("scoreAfter", equalTo(38.25f))
                .body("revision", equalTo(1))
                .body("history.change", equalTo(List.of("OPENED")));
    }

    @Test
    void signalsOfOneJourneyShareAnAlertAndTheWorstOneShows() {
        // Given
        var customer = unique("customer");

        // When
        publish(
                signal("acme", customer, "o-1", 30),
                signal("acme", customer, "o-1", 12),
                signal("acme", customer, "o-1", 35));

        // Then
        var alert = acme.awaitAlert(customer, 3);
        assertThat(alert)
                .containsEntry("severity", "HIGH")
                .containsEntry("value", 12.0f)
                .containsEntry("revision", 3);
    }

    @Test
    void anotherJourneyAndTheScoreHaveAlertsOfTheirOwn() {
        // Given
        var customer = unique("customer");

        // When
        publish(
                signal("acme", customer, "o-1", 30),
                signal("acme", customer, "o-2", 30),
                signal("acme", customer, null, 30),
                atRisk("acme", customer, 38.5));

        // Then
        var alerts = AlertsApi.await(() -> acme.alertsOf(customer).size() < 4 ? null : acme.alertsOf(customer));
        assertThat(alerts)
                .extracting(alert -> alert.get("rule") + " " + alert.get("journeyId") + " " + alert.get("value"))
                .containsExactlyInAnyOrder(
                        "dissatisfied-signal o-1 30.0",
                        "dissatisfied-signal o-2 30.0",
                        "dissatisfied-signal null 30.0",
                        "customer-at-risk null 38.5");
    }

    @Test
    void aLeadSeesItThrough() {
        // Given
        var customer = unique("customer");
        publish(signal("acme", customer, "o-1", 30));
        var id = (String) acme.awaitAlert(customer, 1).get("id");

        // When
        acme.act(id, "acknowledge", NOTHING).then().statusCode(200).body("state", equalTo("ACKNOWLEDGED"));
        acme.act(id, "assign", Map.of("assignee", "Nadia"))
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("assignee", equalTo("Nadia"));
        acme.act(id, "note", Map.of("text", "Called her.")).then().statusCode(200);
        acme.act(id, "resolve", Map.of("text", "Refunded.", "rootCause", "courier-lost-it"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("revision", equalTo(5));

        // Then
        acme.get(id)
                .then()
                .body(
                        "history.collect { [it.revision, it.change, it.by, it.note, it.rootCause, it.assignee].join(' ') }",
                        equalTo(List.of(
                                "1 OPENED null null null null",
                                "2 ACKNOWLEDGED acme-all null null null",
                                "3 ASSIGNED acme-all null null Nadia",
                                "4 NOTED acme-all Called her. null Nadia",
                                "5 RESOLVED acme-all Refunded. courier-lost-it Nadia")));
    }

    @Test
    void whatTheStateForbidsIsAConflictThatSaysWhatIsPossible() {
        // Given
        var customer = unique("customer");
        publish(signal("acme", customer, "o-1", 30));
        var id = (String) acme.awaitAlert(customer, 1).get("id");

        // When
        var answer = acme.act(id, "reopen", NOTHING);

        // Then
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:conflict"))
                .body(
                        "detail",
                        equalTo("The alert is OPEN, which rules out reopen."
                                + " Possible now: acknowledge, assign, note, resolve."));
    }

    @Test
    void whatPeopleDidSurvivesFurtherSignals() {
        // Given
        var customer = unique("customer");
        publish(signal("acme", customer, "o-1", 30));
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        acme.act(id, "assign", Map.of("assignee", "Nadia")).then().statusCode(200);

        // When
        publish(signal("acme", customer, "o-1", 5));

        // Then
        assertThat(acme.awaitAlert(customer, 2))
                .containsEntry("id", id)
                .containsEntry("state", "IN_PROGRESS")
                .containsEntry("assignee", "Nadia")
                .containsEntry("severity", "CRITICAL");
    }

    @Test
    void aReplayAfterTheResolutionChangesNothingAndANewSignalOpensANewAlert() {
        // Given
        var customer = unique("customer");
        var first = signal("acme", customer, "o-1", 30);
        publish(first, first);
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        acme.act(id, "resolve", Map.of("text", "Refunded.")).then().statusCode(200);

        // When
        publish(first, signal("acme", customer, "o-1", 20));

        // Then
        var alerts = AlertsApi.await(() -> acme.alertsOf(customer).size() < 2 ? null : acme.alertsOf(customer));
        assertThat(alerts)
                .extracting(alert -> alert.get("state") + " " + alert.get("signals") + " " + alert.get("value"))
                .containsExactly("OPEN 1 20.0", "RESOLVED 1 30.0");
        acme.act(id, "reopen", Map.of("text", "Still unhappy"))
                .then()
                .statusCode(409)
                .body("detail", containsString("A newer alert about the same"));
    }

    @Test
    void brandsNeverSeeEachOthersAlerts() {
        // Given
        var customer = unique("customer");
        publish(signal("acme", customer, "o-1", 30), signal("other", customer, "o-1", 20));
        var acmes = (String) acme.awaitAlert(customer, 1).get("id");
        var others = (String) other.awaitAlert(customer, 1).get("id");
        assertThat(acmes).isNotEqualTo(others);

        // When
        var read = other.get(acmes);
        var changed = other.act(acmes, "acknowledge", NOTHING);

        // Then
        read.then().statusCode(404).body("type", equalTo("urn:ressenti:problem:not-found"));
        changed.then().statusCode(404);
        acme.get(acmes).then().body("state", equalTo("OPEN"));
    }

    @Test
    void theStreamTellsWhatHappensAndResumesWithoutLossOrRepetition() {
        // Given
        var customer = unique("customer");
        long seen;
        try (var stream = SseClient.connect(TestCredentials.ACME_LEAD, null)) {
            publish(signal("acme", customer, "o-1", 30));
            var opened = stream.awaitEventsOf(customer, 1).getFirst();
            seen = opened.id();
            assertThat(opened.name()).isEqualTo("alert");
            assertThat(opened.change()).isEqualTo("OPENED");
            assertThat(opened.alert().get("state").asText()).isEqualTo("OPEN");
            assertThat(opened.data().get("receivedAt").asText()).isNotBlank();
        }
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        acme.act(id, "acknowledge", NOTHING).then().statusCode(200);
        acme.act(id, "note", Map.of("text", "Called her.")).then().statusCode(200);

        // When
        try (var resumed = SseClient.connect(TestCredentials.ACME_LEAD, seen)) {
            acme.act(id, "resolve", Map.of("text", "Refunded.")).then().statusCode(200);

            // Then
            assertThat(resumed.awaitEventsOf(customer, 3))
                    .extracting(SseClient.Event::change)
                    .containsExactly("ACKNOWLEDGED", "NOTED", "RESOLVED");
            assertThat(resumed.events().getFirst().id()).isEqualTo(seen + 1);
        }
    }

    @Test
    void theListIsOrderedByUrgencyAndReadPageByPage() {
        // Given
        var partner = unique("seller");
        var customer = unique("customer");
        publish(
                with(partner, signal("acme", customer, "o-1", 30)),
                with(partner, signal("acme", customer, "o-2", 5)),
                with(partner, signal("acme", customer, "o-3", 20)));
        AlertsApi.await(() -> acme.alertsOf(customer).size() < 3 ? null : true);

        // When
        var first = acme.request()
                .queryParam("partner", partner)
                .queryParam("limit", 2)
                .get("/api/v1/alerts");
        var second = acme.request()
                .queryParam("partner", partner)
                .queryParam("limit", 2)
                .queryParam("cursor", first.jsonPath().getString("next"))
                .get("/api/v1/alerts");

        // Then
        assertThat(first.jsonPath().getList("items.journeyId")).isEqualTo(List.of("o-2", "o-3"));
        assertThat(second.jsonPath().getList("items.journeyId")).isEqualTo(List.of("o-1"));
        assertThat(second.jsonPath().getString("next")).isNull();
    }

    private static SignalDissatisfied with(String partner, SignalDissatisfied signal) {
        return new SignalDissatisfied(
                signal.id(),
                signal.source(),
                signal.brand(),
                signal.customer(),
                signal.identifier(),
                signal.journeyId(),
                signal.touchpoint(),
                signal.stage(),
                signal.channel(),
                partner,
                signal.occurredAt(),
                signal.receivedAt(),
                signal.kind(),
                signal.value(),
                signal.emotion(),
                signal.cause(),
                signal.scoreBefore(),
                signal.scoreAfter());
    }
}
