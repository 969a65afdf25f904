package io.ressenti.platform.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.Facts;
import io.ressenti.platform.PlatformTest;
import io.ressenti.platform.Records;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PlatformTest
class IntakeTest {

    private final String run = UUID.randomUUID().toString();

    @Inject
    EventPublisher publisher;

    @Inject
    CatalogueStore store;

    @Inject
    Intake intake;

    @Inject
    MeterRegistry metrics;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void forget() {
        store.reset();
    }

    @Test
    void whatIsNoEventIsSetAsideAndTheRestGoesOn() {
        // Given
        var poison = new ProducerRecord<>(Topics.CATALOGUE, "acme|" + run, "not json".getBytes(UTF_8));

        // When
        publish(poison);
        publish(EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run)));

        // Then
        await().untilAsserted(() -> assertThat(store.stored()).containsExactly(run));
        try (var deadLetters = Records.of(kafka, Topics.deadLettersOf(Topics.CATALOGUE))) {
            var kept = deadLetters.awaitKey("acme|" + run);
            assertThat(new String(kept.value(), UTF_8)).isEqualTo("not json");
            assertThat(new String(kept.headers().lastHeader("dlq_topic").value(), UTF_8))
                    .isEqualTo(Topics.CATALOGUE);
            assertThat(new String(kept.headers().lastHeader("dlq_reason").value(), UTF_8))
                    .isEqualTo("UnreadableEventException: the record has no ce_type header or no value");
            assertThat(new String(kept.headers().lastHeader("dlq_kind").value(), UTF_8))
                    .isEqualTo("unreadable");
        }
    }

    @Test
    void eventThatTheStoreRefusesIsSetAsideAloneAndTheRestIsStored() {
        // Given
        var codes = List.of(run + "-1", CatalogueStore.REFUSED + run, run + "-2", run + "-3");

        // When
        codes.forEach(code -> publish(EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(code))));

        // Then
        await().untilAsserted(
                        () -> assertThat(store.stored()).containsExactlyInAnyOrder(run + "-1", run + "-2", run + "-3"));
        try (var deadLetters = Records.of(kafka, Topics.deadLettersOf(Topics.CATALOGUE))) {
            var kept = deadLetters.awaitKey("acme|" + CatalogueStore.REFUSED + run);
            assertThat(new String(kept.headers().lastHeader("ce_id").value(), UTF_8))
                    .isEqualTo("id-" + CatalogueStore.REFUSED + run);
            assertThat(new String(kept.headers().lastHeader("dlq_kind").value(), UTF_8))
                    .isEqualTo("unprocessable");
        }
    }

    @Test
    void envelopeThatIsNoSoundCloudEventStopsNothing() {
        // Given
        var sound = EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run));
        sound.headers().remove("ce_source").add("ce_source", "'; DROP TABLE x;--".getBytes(UTF_8));
        sound.headers().remove("ce_time").add("ce_time", "yesterday".getBytes(UTF_8));

        // When
        publish(sound);

        // Then
        await().untilAsserted(() -> assertThat(store.stored()).containsExactly(run));
    }

    @Test
    void batchWaitsUntilTheDatabaseIsBack() {
        // Given
        store.awayFor(3);

        // When
        publish(EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run)));

        // Then
        await().untilAsserted(() -> assertThat(store.stored()).containsExactly(run));
    }

    @Test
    void whatWasSetAsideAlreadyIsPassedOverWhereTheStoreRefusesIt() {
        // Given
        var partition = new TopicPartition("any.dlq", 0);
        var values = List.of("first", "refused", "last");
        var records = IntStream.range(0, values.size())
                .mapToObj(i -> new ConsumerRecord<>(
                        "any.dlq", 0, i, "key", values.get(i).getBytes(UTF_8)))
                .toList();
        List<String> kept = new CopyOnWriteArrayList<>();

        // When
        intake.processUnread(new ConsumerRecords<>(Map.of(partition, records), Map.of()), batch -> keep(batch, kept))
                .await()
                .atMost(Duration.ofSeconds(5));

        // Then
        assertThat(kept).containsExactly("first", "last");
        assertThat(metrics.counter("ressenti.records.passedover", "topic", "any.dlq")
                        .count())
                .isEqualTo(1);
    }

    private static Uni<Void> keep(List<ConsumerRecord<String, byte[]>> batch, List<String> kept) {
        var values =
                batch.stream().map(record -> new String(record.value(), UTF_8)).toList();
        if (values.contains("refused")) {
            return Uni.createFrom().failure(new IllegalArgumentException("refused"));
        }
        kept.addAll(values);
        return Uni.createFrom().voidItem();
    }

    private void publish(ProducerRecord<String, byte[]> record) {
        publisher.publish(record).await().atMost(Duration.ofSeconds(5));
    }
}
