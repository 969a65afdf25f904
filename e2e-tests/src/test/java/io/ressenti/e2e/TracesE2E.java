package io.ressenti.e2e;

import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Caller;
import io.ressenti.e2e.system.Outside;
import io.ressenti.e2e.system.Outside.Span;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.RunningRessenti;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Somebody who asks why an alert came late sees one trace: from the request, over every topic, to the receiver. */
class TracesE2E {

    private static final String TOUCHPOINT = "checkout";

    /** What Prometheus asks for. */
    private static final String FORMATS =
            "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    private static Outside outside;
    private static RunningRessenti ressenti;
    private static Brand brand;

    @BeforeAll
    static void startTraced() {
        outside = Outside.open();
        ressenti = RunningRessenti.start(
                "traces",
                Map.of(
                        "QUARKUS_OTEL_SDK_DISABLED", "false",
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", outside.collector(),
                        "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                        "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0",
                        "RESSENTI_NOTIFICATION_WEBHOOK_ALLOW_PRIVATE_ADDRESSES", "true"));
        brand = ressenti.brand("traces");
        brand.catalogue(TOUCHPOINT, "PURCHASE");
        var receiver =
                brand.caller().put("/api/v1/receivers/on-call", Map.of("kind", "WEBHOOK", "url", outside.webhook()));
        assertThat(receiver.status()).as(receiver.body()).isEqualTo(201);
    }

    @AfterAll
    static void end() {
        ressenti.close();
        outside.close();
    }

    @Test
    void leadsFromATouchpointToTheDelivery() {
        // Given
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        // When
        var reply = brand.caller()
                .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .post("/api/v1/touchpoints", Brand.failure("t-1", "customer-1", TOUCHPOINT));

        // Then
        assertThat(reply.status()).isEqualTo(202);
        awaitSpans(
                trace,
                new Span(trace, "touchpoint-service", "POST /api/v1/touchpoints"),
                new Span(trace, "touchpoint-service", "send cx.touchpoints.v1"),
                new Span(trace, "touchpoint-service", "process cx.touchpoints.v1"),
                new Span(trace, "scoring-service", "process cx.touchpoints.v1"),
                new Span(trace, "scoring-service", "create cx.dissatisfaction.v1"),
                new Span(trace, "notification-service", "process cx.dissatisfaction.v1"),
                new Span(trace, "notification-service", "create cx.alerts.v1"),
                new Span(trace, "notification-service", "deliver webhook"));
    }

    @Test
    void leadsFromFeedbackToTheDeliveryThroughAllServices() {
        // Given
        var trace = "0af7651916cd43dd8448eb211c80319c";

        // When
        var reply = brand.caller()
                .with("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .post("/api/v1/feedback", Brand.feedback("f-1", "customer-2", TOUCHPOINT, 1));

        // Then
        assertThat(reply.status()).isEqualTo(201);
        awaitSpans(
                trace,
                new Span(trace, "feedback-service", "POST /api/v1/feedback"),
                new Span(trace, "feedback-service", "create cx.feedback.v1"),
                new Span(trace, "touchpoint-service", "process cx.feedback.v1"),
                new Span(trace, "scoring-service", "process cx.feedback.v1"),
                new Span(trace, "scoring-service", "create cx.dissatisfaction.v1"),
                new Span(trace, "notification-service", "process cx.dissatisfaction.v1"),
                new Span(trace, "notification-service", "create cx.alerts.v1"),
                new Span(trace, "notification-service", "deliver webhook"));
        assertThat(metricsOf(Part.SCORING_SERVICE))
                .containsPattern("ressenti_scoring_latency_seconds_bucket\\{.*# \\{.*trace_id=\"" + trace);
        assertThat(metricsOf(Part.NOTIFICATION_SERVICE))
                .containsPattern("ressenti_alert_latency_seconds_bucket\\{.*# \\{.*trace_id=\"");
    }

    private static void awaitSpans(String trace, Span... spans) {
        await("all spans are there").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(outside.spans(trace))
                .contains(spans));
    }

    /** With examples: measurements that lead to their traces. */
    private static String metricsOf(Part service) {
        var reply = new Caller(ressenti.urlOf(service), brand.key())
                .with("Accept", FORMATS)
                .get("/q/metrics");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.body();
    }
}
