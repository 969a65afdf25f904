package io.ressenti.scoring;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerAtRisk;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.scoring.testing.TestKafka;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.emotion;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.nps;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** From Kafka to Kafka and to the API, on the real thing. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class ScoringTest {

    private static final RestAssuredConfig DOUBLES =
            RestAssuredConfig.config().jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.DOUBLE));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @KafkaBootstrapServers
    String servers;

    private TestKafka kafka;
    private final String customer = "c-" + UUID.randomUUID();

    @BeforeEach
    void connect() {
        kafka = new TestKafka(servers);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void scoresACustomerFromWhatWasObservedAndWhatTheySaid() {
        // Given
        kafka.publish(
                Topics.TOUCHPOINTS,
                touchpoint("acme", customer + ":e", customer, NOON.minusSeconds(1), Outcome.SUCCESS, delay(36)));
        var answers = feedback("acme", customer + ":r", customer, NOON, csat(5), emotion(Emotion.HAPPY));

        // When
        kafka.publish(Topics.FEEDBACK, answers);

        // Then 50, and a second later 100, 100
        awaitSignals(customer, 3);
        score(TestCredentials.ACME_LEAD, customer)
                .statusCode(200)
                .body("customer", equalTo(customer))
                .body("experienced", closeTo(250 / 3.0, 1e-3))
                .body("remembered", equalTo(100.0))
                .body("band", equalTo("AMBASSADOR"))
                .body("n", equalTo(3))
                .body("effectiveN", closeTo(3, 1e-3))
                .body("trend", closeTo(0, 1e-9))
                .body("signals.kind", contains("EMOTION", "CSAT", "PROMISE"))
                .body("signals[1].source", equalTo("survey"))
                .body("signals[1].emotion", equalTo("happy"))
                .body("signals[1].partner", nullValue())
                .body("signals[1].dissatisfied", equalTo(false))
                .body("signals[2].partner", equalTo("seller-9"))
                .body("signals[2].occurredAt", equalTo("2026-03-02T11:59:59Z"));
    }

    @Test
    void tellsOfDissatisfactionOnceHoweverOftenTheEventComes() {
        // Given somebody who was content, and then was not
        var unhappy = feedback("acme", customer + ":r", customer, NOON, csat(1));
        kafka.publish(Topics.FEEDBACK, feedback("acme", customer + ":r0", customer, NOON, csat(5)));

        // When the event comes three times, and another one after it
        kafka.publish(Topics.FEEDBACK, unhappy, unhappy, unhappy);
        kafka.publish(Topics.FEEDBACK, feedback("acme", customer + ":r2", customer, NOON, csat(5)));

        // Then
        awaitSignals(customer, 3);
        await().atMost(PATIENCE).until(() -> facts().count() >= 2);
        assertThat(facts().toList()).hasSize(2);
        var signal = (SignalDissatisfied) facts().findFirst().orElseThrow();
        assertThat(signal.value()).isZero();
        assertThat(signal.scoreBefore()).isEqualTo(100);
        assertThat(signal.scoreAfter()).isEqualTo(33.333333);
        assertThat(signal.cause().answer()).isEqualTo(csat(1));
        assertThat(signal.receivedAt()).isEqualTo(NOON.plusSeconds(1));
        assertThat(facts().skip(1).findFirst().orElseThrow()).isInstanceOf(CustomerAtRisk.class);
    }

    @Test
    void setsPoisonAsideAndGoesOn() {
        // Given
        var contractBroken = feedback("acme", customer + ":broken", customer, NOON, csat(9));
        var unstorable = feedback("acme", customer + ":\0", customer, NOON, csat(1));
        var good = feedback("acme", customer + ":good", customer, NOON, csat(4));

        // When
        kafka.publishRaw(Topics.FEEDBACK, good, "{\"id\": \"" + customer + "\", not json");
        kafka.publish(Topics.FEEDBACK, contractBroken, unstorable, good);

        // Then
        awaitSignals(customer, 1);
        await().atMost(PATIENCE).until(() -> deadLetters() == 3);
        assertThat(facts()).isEmpty();
    }

    @Test
    void keepsBrandsApart() {
        // Given
        var anonymous = "c-" + UUID.randomUUID();
        kafka.publish(Topics.FEEDBACK, feedback("other", customer + ":r", customer, NOON, nps(10)));
        kafka.publish(Topics.FEEDBACK, feedback("acme", customer + ":r", customer, NOON, nps(0)));

        // When
        awaitSignals(customer, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> score(TestCredentials.OTHER, customer).statusCode(200));

        // Then the same event id counts for each
        score(TestCredentials.ACME_LEAD, customer).body("experienced", equalTo(0.0));
        score(TestCredentials.OTHER, customer).body("experienced", equalTo(100.0));
        score(TestCredentials.OTHER, anonymous)
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:not-found"));
    }

    @Test
    void answersOnlyThoseWhoMayAsk() {
        given().get("/api/v1/customers/c-1/score").then().statusCode(401);
        score(TestCredentials.ACME_APPLICATION, "c-1").statusCode(403);
        given().auth()
                .oauth2(TestCredentials.ACME_APPLICATION)
                .get("/api/v1/scores/nps")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(TestCredentials.ACME_ANALYST)
                .get("/api/v1/scores/nps")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    private Stream<DissatisfactionEvent> facts() {
        return kafka.dissatisfaction("acme").stream()
                .filter(fact -> fact.customer().equals(customer));
    }

    private long deadLetters() {
        return kafka.records(Topics.deadLettersOf(Topics.FEEDBACK)).stream()
                .filter(record -> record.key().equals("acme|" + customer))
                .count();
    }

    private static ValidatableResponse score(String key, String customer) {
        return given().config(DOUBLES)
                .auth()
                .oauth2(key)
                .get("/api/v1/customers/{customer}/score", customer)
                .then();
    }

    private static void awaitSignals(String customer, int n) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> score(TestCredentials.ACME_LEAD, customer).body("n", equalTo(n)));
    }
}
