package io.ressenti.feedback;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.embedded.testing.telemetry.Metrics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is exported is what docs/telemetry.md says. */
@QuarkusTest
class MetricsTest extends ServiceTest {

    @Test
    void exportsTheMetricsThatAreDocumentedAndNoOthers() {
        // When
        var exported = Metrics.exportedIn(scraped());

        // Then
        assertThat(exported).isEqualTo(Metrics.documentedOf("feedback"));
    }

    @Test
    void countsWhatWasAcceptedRefusedAndSentAgain() {
        // Given
        var accepted = counted("accepted", "none");
        var duplicates = counted("duplicate", "none");
        var invalid = counted("rejected", "invalid");
        var feedback = FeedbackJson.with("id", "counted", "source", "metrics");
        as(TestCredentials.ACME).body(feedback).post("/api/v1/feedback").then().statusCode(201);
        as(TestCredentials.ACME).body(feedback).post("/api/v1/feedback").then().statusCode(200);

        // When
        as(TestCredentials.ACME)
                .body("[{}]")
                .post("/api/v1/feedback/batch")
                .then()
                .statusCode(422);

        // Then
        assertThat(counted("accepted", "none")).isEqualTo(accepted + 1);
        assertThat(counted("duplicate", "none")).isEqualTo(duplicates + 1);
        assertThat(counted("rejected", "invalid")).isEqualTo(invalid + 1);
    }

    private static double counted(String verdict, String reason) {
        return Metrics.valueIn(
                scraped(), "ressenti_feedback_total", "verdict=\"" + verdict + "\"", "reason=\"" + reason + "\"");
    }

    private static String scraped() {
        return as(TestCredentials.ACME)
                .accept(Metrics.FORMAT)
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
