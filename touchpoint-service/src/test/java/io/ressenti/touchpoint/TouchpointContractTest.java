package io.ressenti.touchpoint;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;

/** What is put on Kafka keeps the contract, and what keeps it is understood. */
@QuarkusTest
class TouchpointContractTest extends ServiceTest {

    private static final String TIME = "2018-01-18T22:56:59Z";

    @KafkaBootstrapServers
    String kafka;

    private final String customer = unique("c");

    @Test
    void publishedTouchpointsKeepTheContract() {
        // Given
        givenDelivery();
        var full = delivery("full", customer, TIME);
        var scant = """
                {"id":"scant","source":"%s","occurredAt":"%s","customer":"%s","touchpoint":"%s","channel":"STORE"}
                """.formatted(customer, TIME, customer, DELIVERY);

        // When
        acme().body("[" + full + "," + scant + "]")
                .post("/api/v1/touchpoints/batch")
                .then()
                .statusCode(202);

        // Then
        assertContract(Topics.TOUCHPOINTS, TouchpointRecorded.class, "acme|" + customer, 2);
    }

    @Test
    void publishedCatalogueChangesKeepTheContract() {
        // Given
        var code = unique("t");
        acme().body(DELIVERY_BODY).put("/api/v1/catalogue/touchpoints/" + code);

        // When
        acme().delete("/api/v1/catalogue/touchpoints/" + code).then().statusCode(204);

        // Then
        assertContract(Topics.CATALOGUE, TouchpointCatalogued.class, "acme|" + code, 2);
    }

    @Test
    void theExamplesAreUnderstood() {
        // Given the brand, customer and ids of the examples
        var lead = Jwt.issuer("ressenti")
                .upn("nina")
                .groups("lead")
                .claim("brand", "demo")
                .sign();

        // When
        new Topic(kafka, Topics.TOUCHPOINTS)
                .write(Contract.exampleRecord(TouchpointRecorded.class, Topics.TOUCHPOINTS, "demo|c-42"));
        new Topic(kafka, Topics.FEEDBACK)
                .write(Contract.exampleRecord(FeedbackRecorded.class, Topics.FEEDBACK, "demo|c-42"));

        // Then
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as(lead).get("/api/v1/customers/c-42/journey")
                .then()
                .statusCode(200)
                .body("items.kind", contains("TOUCHPOINT", "FEEDBACK"))
                .body("items.touchpoint", contains("order-delivered", "order-delivered")));
    }

    private void assertContract(String topic, Class<? extends Event> type, String key, int count) {
        assertThat(new Topic(kafka, topic).read(record -> key.equals(record.key()), count))
                .hasSize(count)
                .allSatisfy(record -> assertThat(
                                Contract.violations(type, new String(record.value(), StandardCharsets.UTF_8)))
                        .isEmpty());
    }
}
