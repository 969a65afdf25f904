package io.ressenti.touchpoint;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How far behind consumers are, as Kafka's client tells it. */
@QuarkusTest
class ConsumerLagTest extends ServiceTest {

    /** Once it has read something: the library looks for new meters of Kafka's client every minute. */
    @Test
    void tellsHowFarBehindEachConsumerIs() {
        // Given
        givenDelivery();

        // When
        acme().body(delivery("e-1", unique("lag"), "2018-01-18T22:56:59Z"))
                .post("/api/v1/touchpoints")
                .then()
                .statusCode(202);

        // Then
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(lagOf("cx.touchpoints.v1")).contains(" 0.0"));
    }

    private static List<String> lagOf(String topic) {
        return scraped()
                .lines()
                .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_lag{"))
                .filter(line -> line.contains("topic=\"" + topic + "\""))
                .map(line -> line.substring(line.lastIndexOf(' ')))
                .toList();
    }
}
