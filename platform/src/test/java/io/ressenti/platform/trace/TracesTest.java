package io.ressenti.platform.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.Facts;
import io.ressenti.platform.PlatformTest;
import io.ressenti.platform.Records;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import io.ressenti.platform.intake.CatalogueStore;
import io.ressenti.platform.outbox.Outbox;
import io.ressenti.platform.outbox.OutboxRelay;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** A trace goes on over Kafka and the outbox, and each event's in its own. */
@PlatformTest
class TracesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String run = UUID.randomUUID().toString();

    @Inject
    Tracer tracer;

    @Inject
    InMemorySpanExporter spans;

    @Inject
    EventPublisher publisher;

    @Inject
    Outbox outbox;

    @Inject
    OutboxRelay relay;

    @Inject
    Pool pool;

    @Inject
    CatalogueStore store;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void aRecordIsAPartOfWhatIsGoingOn() {
        // Given
        var request = tracer.spanBuilder("request").startSpan();

        // When
        try (var scope = request.makeCurrent()) {
            publish(EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run)));
        }
        request.end();

        // Then
        assertThat(onKafka("acme|" + run).getTraceId()).isEqualTo(traceOf(request));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(finished(request))
                .extracting(SpanData::getName, SpanData::getKind)
                .contains(tuple("send " + Topics.CATALOGUE, SpanKind.PRODUCER)));
    }

    @Test
    void aRecordOfNothingThatIsTracedHasNoTrace() {
        // When
        publish(EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run)));

        // Then
        try (var records = Records.of(kafka, Topics.CATALOGUE)) {
            assertThat(records.awaitKey("acme|" + run).headers().lastHeader("traceparent"))
                    .isNull();
        }
    }

    @Test
    void anEventInTheOutboxKeepsItsTrace() {
        // Given
        var cause = tracer.spanBuilder("cause").startSpan();
        var kept = Traceparent.of(cause.getSpanContext());

        // When
        pool.withTransaction(connection ->
                        outbox.add(connection, Topics.CATALOGUE, List.of(Facts.catalogued(run)), List.of(kept)))
                .invoke(relay::wake)
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(onKafka("acme|" + run).getSpanId())
                .isEqualTo(cause.getSpanContext().getSpanId());
    }

    @Test
    void whatFollowsFromEachEventOfABatchIsInThatEventsTrace() {
        // Given
        var first = tracer.spanBuilder("first").startSpan();
        var second = tracer.spanBuilder("second").startSpan();
        var records = List.of(caused(run + "-1", first), caused(run + "-2", second), untraced(run + "-3"));

        // When
        publisher.forwardAll(records).await().atMost(PATIENCE);

        // Then
        await().atMost(PATIENCE).until(() -> store.storedOf(run).size() == 3);
        assertThat(Traceparent.read(store.followedBy(run + "-1")).getTraceId()).isEqualTo(traceOf(first));
        assertThat(Traceparent.read(store.followedBy(run + "-2")).getTraceId()).isEqualTo(traceOf(second));
        assertThat(store.followedBy(run + "-3")).isNull();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(spans.getFinishedSpanItems())
                .filteredOn(span -> span.getName().equals("process " + Topics.CATALOGUE))
                .filteredOn(batch -> isAbout(batch, first))
                .isNotEmpty()
                .allMatch(batch -> batch.getParentSpanContext().isValid(), "is kept where its records' traces are"));
    }

    @Test
    void aTextThatIsNoTraceparentIsNone() {
        assertThat(Traceparent.read("00-nonsense").isValid()).isFalse();
        assertThat(Traceparent.read((String) null).isValid()).isFalse();
    }

    /** Its parent where it has only one, else a link. */
    private static boolean isAbout(SpanData batch, Span cause) {
        return batch.getTraceId().equals(traceOf(cause))
                || batch.getLinks().stream()
                        .map(LinkData::getSpanContext)
                        .map(SpanContext::getTraceId)
                        .anyMatch(traceOf(cause)::equals);
    }

    private static String traceOf(Span span) {
        return span.getSpanContext().getTraceId();
    }

    private List<SpanData> finished(Span ofTrace) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getTraceId().equals(traceOf(ofTrace)))
                .toList();
    }

    private static ProducerRecord<String, byte[]> caused(String code, Span cause) {
        var record = untraced(code);
        Traces.goOn(Traceparent.of(cause.getSpanContext()), record.headers());
        return record;
    }

    private static ProducerRecord<String, byte[]> untraced(String code) {
        return EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(code));
    }

    private SpanContext onKafka(String key) {
        try (var records = Records.of(kafka, Topics.CATALOGUE)) {
            return Traceparent.read(records.awaitKey(key).headers());
        }
    }

    private void publish(ProducerRecord<String, byte[]> record) {
        publisher.publish(record).await().atMost(PATIENCE);
    }
}
