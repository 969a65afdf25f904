package io.ressenti.notification;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.embedded.testing.telemetry.Metrics;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What is exported is what docs/telemetry.md says. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class MetricsTest {

    @Test
    void exportsTheMetricsThatAreDocumentedAndNoOthers() {
        // When
        var exported = Metrics.exportedIn(scraped());

        // Then
        assertThat(exported).isEqualTo(Metrics.documentedOf("notification"));
    }

    /** What is promised, and alerted on: k8s/components/prometheus-rules/slo.yaml asks for this very bucket. */
    @Test
    void countsTheAlertsThatWereTimely() {
        // When
        var exported = scraped();

        // Then
        assertThat(exported).containsPattern("ressenti_alert_latency_seconds_bucket\\{[^}]*le=\"1.0\"");
    }

    private static String scraped() {
        return given().header("Authorization", "Bearer " + TestCredentials.ACME)
                .accept(Metrics.FORMAT)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
