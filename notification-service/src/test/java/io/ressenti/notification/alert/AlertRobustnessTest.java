package io.ressenti.notification.alert;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.Topic;
import io.ressenti.platform.event.EventCodec;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ressenti.notification.testing.Dissatisfaction.drop;
import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Bad records, bad requests, wrong keys, and many at once. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class AlertRobustnessTest {

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);

    @Test
    void aPoisonousRecordIsSetAsideAndStopsNothing() {
        // Given
        var customer = unique("customer");
        var key = "acme|" + customer;
        var type = EventCodec.typeOf(SignalDissatisfied.class);
        try (var deadLetters = Topic.fromNow(Topics.deadLettersOf(Topics.DISSATISFACTION))) {

            // When
            publish(type, key, "not json".getBytes(StandardCharsets.UTF_8));
            publish(type, key, "{\"id\":\"e-1\",\"brand\":\"acme\"}".getBytes(StandardCharsets.UTF_8));
            publish(signal("nul\u0000", "acme", customer, "o-1", 30), signal("acme", customer, "o-1", 30));

            // Then
            acme.awaitAlert(customer, 1);
            assertThat(List.of(
                            new String(deadLetters.await(key).value(), StandardCharsets.UTF_8),
                            new String(deadLetters.await(key).value(), StandardCharsets.UTF_8)))
                    .containsExactly("not json", "{\"id\":\"e-1\",\"brand\":\"acme\"}");
            assertThat(new String(deadLetters.await(key).value(), StandardCharsets.UTF_8))
                    .contains("nul\\u0000");
        }
    }

    @Test
    void aDropPassesAndWhatDoesNotBelongHereIsSetAside() {
        // Given
        var customer = unique("customer");
        var drop = drop("acme", customer); // of the same key, so that it would be set aside before the other
        var stray = new TouchpointCatalogued(
                unique("catalogued"),
                "test",
                "acme",
                customer,
                1,
                Stage.ACCESS,
                Map.of(),
                List.of(),
                false,
                Instant.now());
        try (var deadLetters = Topic.fromNow(Topics.deadLettersOf(Topics.DISSATISFACTION))) {

            // When
            publish(drop, stray, signal("acme", customer, "o-1", 30));

            // Then
            acme.awaitAlert(customer, 1);
            assertThat(EventCodec.read(deadLetters.await("acme|" + customer))).isEqualTo(stray);
        }
    }

    @Test
    void aLargeBatchIsFoldedInOrder() {
        // Given
        var customer = unique("customer");
        var events = IntStream.range(0, 1500)
                .mapToObj(i -> signal("acme", customer, "o-" + i % 3, 39 - i % 30))
                .toArray(DissatisfactionEvent[]::new);

        // When
        publish(events);

        // Then
        AlertsApi.await(() -> acme.alertsOf(customer).stream()
                                .mapToInt(alert -> (int) alert.get("signals"))
                                .sum()
                        == 1500
                ? true
                : null);
        assertThat(acme.alertsOf(customer)).hasSize(3).allSatisfy(alert -> assertThat(alert)
                .containsEntry("signals", 500)
                .containsEntry("revision", 500));
    }

    @Test
    void ofManyWhoAcknowledgeAtOnceOneSucceedsAndNoNoteIsLost() {
        // Given
        var customer = unique("customer");
        publish(signal("acme", customer, "o-1", 30));
        var id = (String) acme.awaitAlert(customer, 1).get("id");

        // When
        var statuses = IntStream.range(0, 16)
                .parallel()
                .map(i -> i % 2 == 0
                        ? acme.act(id, "acknowledge", Map.of()).statusCode()
                        : acme.act(id, "note", Map.of("text", "note " + i)).statusCode())
                .sorted()
                .boxed()
                .toList();

        // Then
        assertThat(statuses)
                .containsExactly(200, 200, 200, 200, 200, 200, 200, 200, 200, 409, 409, 409, 409, 409, 409, 409);
        acme.get(id).then().body("revision", equalTo(10)).body("history", hasSize(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assign  | {}                               | 422 | errors[0].pointer | /assignee",
                "assign  | {\"assignee\":\"  \"}            | 422 | errors[0].pointer | /assignee",
                "assign  | {\"assigned\":\"Nadia\"}         | 400 | errors[0].pointer | /assigned",
                "note    | {\"text\":\"a\\u0000b\"}         | 400 | errors[0].pointer | /text",
                "note    | {\"text\":[]}                    | 400 | errors[0].pointer | /text",
                "note    | {\"text\":                       | 400 | type | urn:ressenti:problem:malformed-request",
                "resolve | {\"rootCause\":\"late\"}         | 422 | errors[0].pointer | /text",
                "reopen  | {\"text\":\"a\\u0000b\"}         | 400 | errors[0].pointer | /text"
            })
    void badRequestsAreNamedExactly(String action, String body, int status, String path, String value) {
        acme.act("any", action, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(path, equalTo(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=SHUT",
                "severity=BAD",
                "limit=0",
                "limit=201",
                "cursor=abc",
                "cursor=YQ.Yg.Yw",
                "partner=a%00b"
            })
    void badQueriesAreRefused(String query) {
        acme.request()
                .urlEncodingEnabled(false)
                .get("/api/v1/alerts?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:invalid"));
    }

    @Test
    void onlyLeadsSeeAlerts() {
        given().get("/api/v1/alerts").then().statusCode(401).contentType("application/problem+json");
        given().get("/api/v1/alerts/stream").then().statusCode(401);
        for (String key : List.of(TestCredentials.ACME_APPLICATION, TestCredentials.ACME_ANALYST)) {
            new AlertsApi(key).request().get("/api/v1/alerts").then().statusCode(403);
            new AlertsApi(key).request().get("/api/v1/alerts/stream").then().statusCode(403);
        }
        new AlertsApi(TestCredentials.ACME_LEAD)
                .request()
                .get("/api/v1/alerts")
                .then()
                .statusCode(200);
        new AlertsApi(TestCredentials.ACME_LEAD)
                .request()
                .get("/api/v1/receivers")
                .then()
                .statusCode(403);
    }

    @Test
    void aTokenNamesWhoActed() {
        // Given
        var customer = unique("customer");
        publish(signal("acme", customer, "o-1", 30));
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        var token = Jwt.issuer("ressenti")
                .upn("nadia")
                .groups(Set.of("lead"))
                .claim("brand", "acme")
                .sign();

        // When
        new AlertsApi(token).act(id, "acknowledge", Map.of()).then().statusCode(200);

        // Then
        acme.get(id).then().body("history[1].by", equalTo("nadia"));
    }
}
