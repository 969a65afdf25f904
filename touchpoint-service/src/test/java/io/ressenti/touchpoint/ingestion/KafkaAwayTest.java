package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ressenti.embedded.FreePorts;
import io.ressenti.touchpoint.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** What clients are told while nothing answers where Kafka should be. */
@QuarkusTest
@TestProfile(KafkaAwayTest.KafkaAway.class)
class KafkaAwayTest extends ServiceTest {

    private static final String TIME = "2018-01-18T22:56:59Z";

    @Test
    void anEventIsNotConfirmed() {
        // Given
        givenDelivery();
        var event = delivery("a", unique("c"), TIME);

        // When
        var answer = acme().body(event).post("/api/v1/touchpoints");

        // Then
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unavailable"));
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    void aBatchIsNotConfirmedInParts() {
        // Given
        givenDelivery();
        var customer = unique("c");
        var batch = "[" + delivery("a", customer, TIME) + ",{}," + delivery("b", customer, TIME) + "]";

        // When
        var answer = acme().body(batch).post("/api/v1/touchpoints/batch");

        // Then
        answer.then().statusCode(503).body("type", equalTo("urn:ressenti:problem:unavailable"));
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    void aStreamSaysHowFarItWent() {
        // Given
        givenDelivery();
        var customer = unique("c");
        var lines = delivery("a", customer, TIME) + "\n" + delivery("b", customer, TIME);

        // When
        var answer = acmeLines(lines).post("/api/v1/touchpoints/batch");

        // Then
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unavailable"))
                .body("confirmedLines", equalTo(0));
        assertThat(answer.header("Retry-After")).matches("[1-9][0-9]*");
    }

    @Test
    void theServiceIsAliveButNotReady() {
        // Given the service without Kafka

        // When
        var ready = await().atMost(Duration.ofSeconds(60))
                .until(() -> acme().get("/q/health/ready").statusCode(), status -> status == 503);

        // Then
        assertThat(ready).isEqualTo(503);
        assertThat(acme().get("/q/health/live").statusCode()).isEqualTo(200);
    }

    /** The service as in every test, but with a wrong address of Kafka. */
    public static class KafkaAway implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(NobodyThere.class));
        }
    }

    /** A port of this machine at which nobody listens. */
    public static class NobodyThere implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "kafka.bootstrap.servers", "localhost:" + FreePorts.find(1).getFirst());
        }

        @Override
        public void stop() {}

        /** After the real infrastructure, so that this address counts. */
        @Override
        public int order() {
            return 1;
        }
    }
}
