package io.ressenti.notification.delivery;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.Topic;
import io.ressenti.notification.testing.WebhookReceiver;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publishTraced;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A trace that came with a fact ends where the receiver is told, and goes on with what others are told. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class TracedDeliveryTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final String receiver = unique("receiver");

    @Inject
    InMemorySpanExporter spans;

    @AfterEach
    void removeReceiver() {
        acme.request().delete("/api/v1/receivers/" + receiver);
    }

    @Test
    void theTraceOfAFactGoesOnToTheDeliveryAndToTheAlertsTopic() {
        // Given
        var customer = unique("customer");
        try (var webhook = WebhookReceiver.answering(attempt -> 200);
                var alerts = Topic.fromNow(Topics.ALERTS)) {
            acme.request()
                    .contentType(ContentType.JSON)
                    .body(Map.of("kind", "WEBHOOK", "url", webhook.url(), "secret", SECRET))
                    .put("/api/v1/receivers/" + receiver)
                    .then()
                    .statusCode(201);

            // When
            publishTraced("00-" + TRACE + "-00f067aa0ba902b7-01", signal("acme", customer, "o-1", 8));

            // Then
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(spans.getFinishedSpanItems())
                    .filteredOn(span -> span.getTraceId().equals(TRACE))
                    .extracting(SpanData::getName)
                    .contains("process " + Topics.DISSATISFACTION, "create " + Topics.ALERTS, "deliver webhook"));
            var told = alerts.await("acme|" + customer).headers().lastHeader("traceparent");
            assertThat(new String(told.value(), StandardCharsets.US_ASCII)).startsWith("00-" + TRACE + "-");
        }
    }
}
