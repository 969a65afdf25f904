package io.ressenti.platform.intake;

import io.ressenti.contracts.Topics;
import io.ressenti.platform.Facts;
import io.ressenti.platform.PlatformTest;
import io.ressenti.platform.Records;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    private void publish(ProducerRecord<String, byte[]> record) {
        publisher.publish(record).await().atMost(Duration.ofSeconds(5));
    }
}
