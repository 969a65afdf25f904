package io.ressenti.platform.event;

import io.ressenti.contracts.Topics;
import io.ressenti.platform.PlatformTest;
import io.ressenti.platform.Records;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@PlatformTest
class EventPublisherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String run = UUID.randomUUID().toString();

    @Inject
    EventPublisher publisher;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void putsEveryRecordOfABatchOnATopicThatItMeetsForTheFirstTime() {
        // Given a topic that nothing else here writes to
        var topic = Topics.deadLettersOf(Topics.ALERTS);
        var batch = IntStream.range(0, 100)
                .mapToObj(i -> new ProducerRecord<>(topic, run + i, new byte[] {(byte) i}))
                .toList();

        // When
        publisher.publishAll(batch).await().atMost(PATIENCE);

        // Then
        try (var records = Records.of(kafka, topic)) {
            Set<String> seen = new HashSet<>();
            assertThat(records.await(record -> seen.add(record.key()) && seen.size() == 100)
                            .offset())
                    .isEqualTo(99);
        }
    }

    @Test
    void failsWhereOneRecordCannotArriveOnceTheOthersHave() {
        // Given
        var topic = Topics.deadLettersOf(Topics.DISSATISFACTION);
        var batch = Stream.of(new byte[1], new byte[5_000_000], new byte[2])
                .map(value -> new ProducerRecord<>(topic, run + value.length, value))
                .toList();

        // When
        assertThatThrownBy(() -> publisher.publishAll(batch).await().atMost(PATIENCE))
                // Then
                .isInstanceOf(RecordTooLargeException.class);
        try (var records = Records.of(kafka, topic)) {
            Set<String> seen = new HashSet<>();
            assertThat(records.await(record -> seen.add(record.key()) && seen.size() == 2)
                            .offset())
                    .isEqualTo(1);
        }
    }

    @Test
    void hasNothingToDoForNothing() {
        // When
        var done = publisher.publishAll(List.of()).await().atMost(PATIENCE);

        // Then
        assertThat(done).isNull();
    }
}
