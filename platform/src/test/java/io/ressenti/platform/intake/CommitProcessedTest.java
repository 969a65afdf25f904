package io.ressenti.platform.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.impl.KafkaRecordHelper;
import io.vertx.mutiny.core.Vertx;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** On a thread that polls which does what it is asked when the test says so. */
class CommitProcessedTest {

    private static final TopicPartition PARTITION = new TopicPartition("cx.touchpoints.v1", 1);
    private static final int INTERVAL_MILLIS = 10;
    private static final Duration BRIEFLY = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final RefusingConsumer kafka = new RefusingConsumer();
    private final ConcurrentLinkedQueue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final CommitProcessed commits = new CommitProcessed("touchpoints", vertx, consumer(), INTERVAL_MILLIS);

    /** Kafka as the thread that polls sees it. */
    private static final class RefusingConsumer extends MockConsumer<String, byte[]> {

        private boolean refuses;

        RefusingConsumer() {
            super("earliest");
        }

        @Override
        public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
            if (refuses) {
                throw new KafkaException("refused");
            }
            super.commitSync(offsets, timeout);
        }
    }

    @BeforeEach
    void start() {
        kafka.assign(List.of(PARTITION));
        commits.partitionsAssigned(List.of(PARTITION));
        commits.commitLater();
    }

    @AfterEach
    void stop() {
        vertx.closeAndAwait();
    }

    @Test
    void commitsAgainAndAgain() {
        // Given
        processed(9);
        doNext();

        // When
        processed(19);
        doNext();

        // Then
        assertThat(committed()).isEqualTo(20);
    }

    @Test
    void takesNothingBackWithACommitThatHadToWaitForARebalance() {
        // Given a commit that waits while the thread polls, and is overtaken
        processed(9);
        awaitAsked();
        processed(19);
        commits.partitionsRevoked(List.of(PARTITION));
        commits.partitionsAssigned(List.of(PARTITION));

        // When
        doNext();

        // Then
        assertThat(committed()).isEqualTo(20);
    }

    @Test
    void aPartitionGoesToAnotherWhenTheBatchInHandIsStored() {
        // Given
        handedOut(9);
        var revocation = runAsync(() -> commits.partitionsRevoked(List.of(PARTITION)));
        await().during(BRIEFLY).atMost(PATIENCE).until(() -> !revocation.isDone());

        // When
        processed(9);

        // Then
        assertThat(revocation).succeedsWithin(PATIENCE);
        assertThat(committed()).isEqualTo(10);
    }

    @Test
    void aBatchThatCannotBeStoredNowKeepsNoPartitionFromAnother() {
        // Given
        processed(4);
        handedOut(9);

        // When
        var revocation = runAsync(() -> commits.partitionsRevoked(List.of(PARTITION)));

        // Then
        assertThat(revocation).succeedsWithin(PATIENCE);
        assertThat(committed()).isEqualTo(5);
    }

    @Test
    void commitsLaterWhatKafkaRefused() {
        // Given
        kafka.refuses = true;
        processed(9);
        doNext();
        kafka.refuses = false;

        // When
        doNext();

        // Then
        assertThat(committed()).isEqualTo(10);
    }

    @Test
    void givesAPartitionUpThoughKafkaRefuses() {
        // Given
        kafka.refuses = true;
        processed(9);

        // When
        commits.partitionsRevoked(List.of(PARTITION));

        // Then it is another's to process that once more
        kafka.refuses = false;
        doNext();
        assertThat(kafka.committed(Set.of(PARTITION)).get(PARTITION)).isNull();
    }

    private void handedOut(long offset) {
        commits.received(record(offset)).await().indefinitely();
    }

    private void processed(long offset) {
        commits.handle(record(offset)).await().indefinitely();
    }

    /** One that was read in the generation that the stand-in for Kafka is always in. */
    private IncomingKafkaRecord<String, byte[]> record(long offset) {
        var record = new ConsumerRecord<String, byte[]>(PARTITION.topic(), PARTITION.partition(), offset, "key", null);
        var generation = String.valueOf(kafka.groupMetadata().generationId());
        record.headers().add(KafkaRecordHelper.SMALLRYE_GENERATION_ID, generation.getBytes(UTF_8));
        return new IncomingKafkaRecord<>(record, "touchpoints", 0, commits, null, false, false);
    }

    private void awaitAsked() {
        await().atMost(Duration.ofSeconds(60)).until(() -> !asked.isEmpty());
    }

    private void doNext() {
        awaitAsked();
        asked.remove().run();
    }

    private long committed() {
        return kafka.committed(Set.of(PARTITION)).get(PARTITION).offset();
    }

    @SuppressWarnings("unchecked")
    private KafkaConsumer<String, byte[]> consumer() {
        return (KafkaConsumer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {KafkaConsumer.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "unwrap" -> kafka;
                    case "runOnPollingThread" -> later((Consumer<Object>) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Uni<Void> later(Consumer<Object> action) {
        return Uni.createFrom()
                .emitter(emitter -> asked.add(() -> {
                    action.accept(kafka);
                    emitter.complete(null);
                }));
    }
}
