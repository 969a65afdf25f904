package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ressenti.touchpoint.ServiceTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;

/** A service whose consumer is refused what it asks for, as one without a right or with an old certificate would be. */
@QuarkusTest
@TestProfile(KafkaRefusesTest.Refused.class)
class KafkaRefusesTest extends ServiceTest {

    private static final Duration SEVERAL_POLLS = Duration.ofSeconds(5);

    @Test
    void itStaysAliveForStartingAgainWouldNotHelp() {
        // Given the service whose consumer of rejected events is refused

        // When
        var refused = await().during(SEVERAL_POLLS).atMost(SEVERAL_POLLS.multipliedBy(2));

        // Then
        refused.untilAsserted(() -> acme().get("/q/health/live").then().statusCode(200));
    }

    /** A name that Kafka takes for no topic's. */
    public static class Refused implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.incoming.rejected.topics", "no topic");
        }
    }
}
