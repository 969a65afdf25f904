package io.ressenti.platform.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PlatformTest
class IntakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    @Test
    void whatIsNoEventIsSetAsideAndTheRestGoesOn() {
        // Given
        var poison = new ProducerRecord<>(Topics.CATALOGUE, "acme|" + run, "not json".getBytes(UTF_8));

        // When
        publish(poison);
        publish(EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run)));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(store.storedOf(run)).containsExactly(run));
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
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(store.storedOf(run))
                .containsExactlyInAnyOrder(run + "-1", run + "-2", run + "-3"));
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
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(store.storedOf(run)).containsExactly(run));
    }

    @Test
    void batchWaitsUntilTheDatabaseIsBack() {
        // Given
        store.awayFor(3);

        // When
        publish(EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run)));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(store.storedOf(run)).containsExactly(run));
    }

    @Test
    void whatWasSetAsideAlreadyIsPassedOverWhereTheStoreRefusesIt() {
        // Given
        var records = records("first", "refused", "last");
        List<String> kept = new CopyOnWriteArrayList<>();

        // When
        intake.processUnread(records, batch -> keep(batch, kept)).await().atMost(PATIENCE);

        // Then
        assertThat(kept).containsExactly("first", "last");
        assertThat(metrics.counter("ressenti.records.passedover", "topic", "any.dlq")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whatWasSetAsideAlreadyIsLeftOutOfARebuildAndCountsAsNoLoss() {
        // Given
        var topic = "rebuilt";
        var event = EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(run));
        var sound = new ConsumerRecord<>(
                topic, 0, 1, 0, null, 0, 0, event.key(), event.value(), event.headers(), Optional.empty());
        var poison = new ConsumerRecord<>(topic, 0, 0, "key", "not json".getBytes(UTF_8));
        var records = new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), List.of(poison, sound)), Map.of());
        List<String> stored = new CopyOnWriteArrayList<>();

        // When
        intake.processAgain(records, TouchpointCatalogued.class, batch -> {
                    batch.forEach(received -> stored.add(received.event().code()));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(stored).containsExactly(run);
        assertThat(metrics.find("ressenti.records.passedover")
                        .tag("topic", topic)
                        .counter())
                .isNull();
        assertThat(metrics.find("ressenti.records.deadlettered")
                        .tag("topic", topic)
                        .counter())
                .isNull();
        assertThat(metrics.find("ressenti.intake.batch.records")
                        .tag("topic", topic)
                        .summary())
                .isNull();
    }

    @Test
    void largeRecordsAreStoredAFewMegabytesAtATimeInTheirOrder() {
        // Given
        var records =
                records("a".repeat(3_000_000), "b".repeat(1_000_000), "c".repeat(1_000_000), "d".repeat(5_000_000));
        List<String> stored = new CopyOnWriteArrayList<>();

        // When
        intake.processUnread(records, batch -> keepFirstLetters(batch, stored))
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(stored).containsExactly("ab", "c", "d");
    }

    @Test
    void eventsOfABatchAreReadAndStoredInTheirOrder() {
        // Given
        var sent = IntStream.range(0, 5)
                .mapToObj(i -> EventCodec.toRecord(Topics.CATALOGUE, Facts.catalogued(i + "-" + "x".repeat(900_000))))
                .map(record -> new ConsumerRecord<>(
                        "any", 0, 0, 0, null, 0, 0, record.key(), record.value(), record.headers(), Optional.empty()))
                .toList();
        var records = new ConsumerRecords<>(Map.of(new TopicPartition("any", 0), sent), Map.of());
        List<Integer> sizes = new CopyOnWriteArrayList<>();
        List<String> codes = new CopyOnWriteArrayList<>();

        // When
        intake.process(records, TouchpointCatalogued.class, batch -> {
                    sizes.add(batch.size());
                    batch.forEach(received -> codes.add(received.event().code().substring(0, 1)));
                    return Uni.createFrom().voidItem();
                })
                .await()
                .atMost(PATIENCE);

        // Then
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(codes).containsExactly("0", "1", "2", "3", "4");
    }

    private static ConsumerRecords<String, byte[]> records(String... values) {
        var records = IntStream.range(0, values.length)
                .mapToObj(i -> new ConsumerRecord<>("any.dlq", 0, i, "key", values[i].getBytes(UTF_8)))
                .toList();
        return new ConsumerRecords<>(Map.of(new TopicPartition("any.dlq", 0), records), Map.of());
    }

    private static Uni<Void> keepFirstLetters(List<ConsumerRecord<String, byte[]>> batch, List<String> stored) {
        stored.add(batch.stream()
                .map(record -> new String(record.value(), 0, 1, UTF_8))
                .collect(Collectors.joining()));
        return Uni.createFrom().voidItem();
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
        publisher.publish(record).await().atMost(PATIENCE);
    }
}
