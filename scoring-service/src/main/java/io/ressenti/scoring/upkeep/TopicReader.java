package io.ressenti.scoring.upkeep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions of some topics from their beginning, each as far as it is told, and knows how far others are. */
final class TopicReader implements AutoCloseable {

    /** How long to wait for Kafka where nobody waits: a broker may be restarted meanwhile. */
    static final Duration PATIENTLY = Duration.ofMinutes(5);

    /** How long to wait for Kafka where everybody waits. */
    static final Duration BRIEFLY = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long TELL_NANOS = Duration.ofSeconds(1).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Admin admin;
    private final Map<String, String> groupByTopic;
    private final List<TopicPartition> partitions;
    private long records;
    private long toldAt = System.nanoTime();

    /** A reader that owns {@code consumer} and {@code admin}; by topic, the group that counts its records. */
    TopicReader(KafkaConsumer<String, byte[]> consumer, Admin admin, Map<String, String> groupByTopic) {
        this.consumer = consumer;
        this.admin = admin;
        this.groupByTopic = groupByTopic;
        this.partitions = groupByTopic.keySet().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** How many records Kafka has let go of already. */
    long missing() {
        return sum(consumer.beginningOffsets(partitions));
    }

    /** Where the topics end now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions, BRIEFLY);
    }

    /**
     * The offsets up to which the groups say that they have counted: what stands before has been, of what stands behind some may
     * have been as well.
     */
    Map<TopicPartition, Long> counted() {
        Map<TopicPartition, Long> counted = new HashMap<>();
        groupByTopic.forEach((topic, group) -> committed(group).forEach((partition, offset) -> {
            if (partition.topic().equals(topic) && offset != null) {
                counted.put(partition, offset.offset());
            }
        }));
        return counted;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say how far the consumers are", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** How many records there are before {@code bounds} that have not been read. */
    long left(Map<TopicPartition, Long> bounds) {
        return partitions.stream()
                .mapToLong(partition -> Math.max(0, bounds.getOrDefault(partition, 0L) - consumer.position(partition)))
                .sum();
    }

    /** How many records were read. */
    long records() {
        return records;
    }

    /**
     * Reads on to {@code bounds}, and not beyond; a partition that has none stays where it is.
     *
     * @param patience how long Kafka may have nothing to give
     * @param take     is given the records, batch by batch
     * @param progress is told now and then how many records have been read since the beginning
     * @throws UpkeepFailedException where Kafka gives nothing for longer
     */
    void readTo(
            Map<TopicPartition, Long> bounds,
            Duration patience,
            Consumer<ConsumerRecords<String, byte[]>> take,
            LongConsumer progress) {
        consumer.resume(partitions);
        var movedAt = System.nanoTime();
        var before = Long.MAX_VALUE;
        for (var left = left(bounds); left > 0; left = left(bounds)) {
            if (left < before) {
                movedAt = System.nanoTime();
                before = left;
            } else if (System.nanoTime() - movedAt > patience.toNanos()) {
                throw new UpkeepFailedException(
                        "Kafka gives no more records. See whether it is well, and start again.");
            }
            pauseWhatHasArrived(bounds);
            var batch = before(bounds, consumer.poll(POLL));
            if (!batch.isEmpty()) {
                take.accept(batch);
                records += batch.count();
                tell(progress);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }

    private void tell(LongConsumer progress) {
        if (System.nanoTime() - toldAt > TELL_NANOS) {
            toldAt = System.nanoTime();
            progress.accept(records);
        }
    }

    private void pauseWhatHasArrived(Map<TopicPartition, Long> bounds) {
        consumer.pause(partitions.stream()
                .filter(partition -> consumer.position(partition) >= bounds.getOrDefault(partition, 0L))
                .toList());
    }

    /** What stands before the bounds; what stands behind will be read again. */
    private ConsumerRecords<String, byte[]> before(
            Map<TopicPartition, Long> bounds, ConsumerRecords<String, byte[]> polled) {
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> kept = new HashMap<>();
        for (var partition : polled.partitions()) {
            var bound = bounds.getOrDefault(partition, 0L);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.records(partition));
            if (records.removeIf(record -> record.offset() >= bound)) {
                consumer.seek(partition, bound);
            }
            if (!records.isEmpty()) {
                kept.put(partition, records);
            }
        }
        return new ConsumerRecords<>(kept, Map.of());
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }
}
