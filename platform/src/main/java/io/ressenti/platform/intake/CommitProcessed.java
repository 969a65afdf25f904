package io.ressenti.platform.intake;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits the offsets of processed records every now and then, and those of a partition before it goes to another instance, once the batch in
 * hand is stored: it would be stored twice. What is
 * committed is what is processed at the moment of the commit, on the thread that polls: the connector's own strategies decide first
 * and commit later, after a rebalance in between for instance. That takes an offset back which was committed meanwhile, and a partition
 * on which nothing more arrives then looks as if records were waiting, for ever.
 */
final class CommitProcessed implements KafkaCommitHandler {

    /** The strategy's name in the configuration. */
    static final String NAME = "processed";

    private static final Logger LOG = Logger.getLogger(CommitProcessed.class);

    /** As long as Kafka does not answer the thread that polls waits; what was not committed is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Who is about to end has little time, and several channels to end. */
    private static final Duration BRIEFLY = Duration.ofSeconds(1);

    /** For the batch in hand, when partitions go to another instance: everybody waits for it meanwhile. */
    private static final Duration PATIENCE_OF_OTHERS = Duration.ofSeconds(2);

    private static final int USUAL_INTERVAL_MILLIS = 1_000;

    private final ProcessedOffsets offsets = new ProcessedOffsets();
    private final String channel;
    private final Vertx vertx;
    private final KafkaConsumer<?, ?> consumer;
    private final int intervalMillis;
    private volatile boolean terminated;

    CommitProcessed(String channel, Vertx vertx, KafkaConsumer<?, ?> consumer, int intervalMillis) {
        this.channel = channel;
        this.vertx = vertx;
        this.consumer = consumer;
        this.intervalMillis = intervalMillis;
    }

    /** Makes one for each channel. */
    @ApplicationScoped
    @Identifier(NAME)
    static class Factory implements KafkaCommitHandler.Factory {

        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            var interval = config.config()
                    .getOptionalValue(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, Integer.class)
                    .orElse(USUAL_INTERVAL_MILLIS);
            var commits = new CommitProcessed(config.getChannel(), vertx, consumer, interval);
            commits.commitLater();
            return commits;
        }
    }

    @Override
    public <K, V> Uni<IncomingKafkaRecord<K, V>> received(IncomingKafkaRecord<K, V> record) {
        offsets.handedOut(partitionOf(record), record.getOffset(), record.getConsumerGroupGenerationId());
        return Uni.createFrom().item(record);
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record) {
        offsets.processed(partitionOf(record), record.getOffset(), record.getConsumerGroupGenerationId());
        return Uni.createFrom().voidItem();
    }

    /** Called on the thread that polls. */
    @Override
    public void partitionsAssigned(Collection<TopicPartition> partitions) {
        offsets.assigned(partitions, consumer.unwrap().groupMetadata().generationId());
    }

    /** Called on the thread that polls. What cannot be committed is read and processed once more, by whoever comes next. */
    @Override
    public void partitionsRevoked(Collection<TopicPartition> partitions) {
        awaitBatchInHand(partitions);
        commit(consumer.unwrap());
        offsets.revoked(partitions);
    }

    @Override
    public void terminate(boolean graceful) {
        terminated = true;
        consumer.runOnPollingThread(this::commit).await().atMost(PATIENCE.multipliedBy(2));
    }

    /** Begins to commit every now and then. */
    void commitLater() {
        vertx.setTimer(intervalMillis, timer -> commitAndGoOn());
    }

    /** One after the other: while Kafka is away they do not queue up. */
    private void commitAndGoOn() {
        if (!terminated) {
            consumer.runOnPollingThread(this::commit)
                    .onFailure()
                    .invoke(this::warn)
                    .onTermination()
                    .invoke(this::commitLater)
                    .subscribe()
                    .with(committed -> {}, failure -> {});
        }
    }

    private void commit(Consumer<?, ?> kafka) {
        var uncommitted = offsets.uncommitted();
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            kafka.commitSync(uncommitted, terminated ? BRIEFLY : PATIENCE);
            offsets.committed(uncommitted);
        } catch (KafkaException e) {
            warn(e);
        }
    }

    /** Not where the service ends: it has waited for all that it had begun, and begins no more. */
    private void awaitBatchInHand(Collection<TopicPartition> partitions) {
        if (terminated) {
            return;
        }
        try {
            offsets.awaitProcessed(partitions, PATIENCE_OF_OTHERS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TopicPartition partitionOf(IncomingKafkaRecord<?, ?> record) {
        return new TopicPartition(record.getTopic(), record.getPartition());
    }

    private void warn(Throwable failure) {
        LOG.warnf(
                "event=offsets.uncommitted channel=%s reason=%s",
                channel, failure.getClass().getSimpleName());
    }
}
