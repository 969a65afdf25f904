package io.ressenti.touchpoint;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.telemetry.Metrics;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is exported is what docs/telemetry.md says. */
@QuarkusTest
class MetricsTest extends ServiceTest {

    @Test
    void exportsTheMetricsThatAreDocumentedAndNoOthers() {
        // Given an event that is refused, and kept
        givenDelivery();

        // When
        acme().body("{}").post("/api/v1/touchpoints").then().statusCode(422);

        // Then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Metrics.exportedIn(scraped()))
                .isEqualTo(Metrics.documentedOf("touchpoint")));
    }

    /** What the availability that is promised is made of: k8s/components/prometheus-rules/slo.yaml. */
    @Test
    void countsRequestsByTheirPathAndStatus() {
        // When
        acme().body("no json").post("/api/v1/touchpoints").then().statusCode(400);

        // Then
        assertThat(scraped().lines().filter(line -> line.startsWith("http_server_requests_seconds_count{")))
                .anySatisfy(line -> assertThat(line).contains("uri=\"/api/v1/touchpoints\"", "status=\"400\""));
    }

    private static String scraped() {
        return acme().accept(Metrics.FORMAT)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
