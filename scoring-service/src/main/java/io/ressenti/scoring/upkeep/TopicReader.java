package io.ressenti.scoring.upkeep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads all partitions of some topics from their beginning, each as far as it is told. */
final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long TELL_NANOS = Duration.ofSeconds(1).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private long records;
    private long toldAt = System.nanoTime();

    TopicReader(KafkaConsumer<String, byte[]> consumer, Collection<String> topics) {
        this.consumer = consumer;
        this.partitions = topics.stream()
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
        return consumer.endOffsets(partitions);
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
     * @param take     is given the records, batch by batch
     * @param progress is told now and then how many records have been read since the beginning
     */
    void readTo(
            Map<TopicPartition, Long> bounds, Consumer<ConsumerRecords<String, byte[]>> take, LongConsumer progress) {
        consumer.resume(partitions);
        while (left(bounds) > 0) {
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
