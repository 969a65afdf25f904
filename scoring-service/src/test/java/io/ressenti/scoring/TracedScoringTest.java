package io.ressenti.scoring;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The trace of a bad answer goes on with the fact that somebody was let down. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class TracedScoringTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @KafkaBootstrapServers
    String servers;

    @Inject
    InMemorySpanExporter spans;

    private final String brand = Tokens.newBrand();
    private TestKafka kafka;

    @BeforeEach
    void connect() {
        kafka = new TestKafka(servers);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void theTraceOfAnEventGoesOnWithWhatFollowsFromIt() {
        // Given
        var record = EventCodec.toRecord(Topics.FEEDBACK, feedback(brand, "r-1", "c-1", NOON, csat(1)));
        record.headers()
                .add("traceparent", ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(StandardCharsets.US_ASCII));

        // When
        kafka.publish(record);

        // Then
        await().atMost(PATIENCE).until(() -> !facts().isEmpty());
        assertThat(facts()).allSatisfy(fact -> assertThat(
                        new String(fact.headers().lastHeader("traceparent").value(), StandardCharsets.US_ASCII))
                .startsWith("00-" + TRACE + "-"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(spans.getFinishedSpanItems())
                .filteredOn(span -> span.getTraceId().equals(TRACE))
                .extracting(SpanData::getName)
                .contains("process " + Topics.FEEDBACK, "create " + Topics.DISSATISFACTION));
    }

    private List<ConsumerRecord<String, byte[]>> facts() {
        return kafka.records(Topics.DISSATISFACTION).stream()
                .filter(record -> record.key().equals(EventCodec.keyOf(brand, "c-1")))
                .toList();
    }
}
