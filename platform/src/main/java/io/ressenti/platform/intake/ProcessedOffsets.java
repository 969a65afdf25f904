package io.ressenti.platform.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the records of each partition that an instance has are handed out and processed, and how far Kafka knows that. Records of a
 * partition are processed one after the other. Threads may share it.
 */
final class ProcessedOffsets {

    private static final long NOTHING = -1;

    private final Map<TopicPartition, Position> positions = new HashMap<>();

    /**
     * How far one partition is.
     *
     * @param since     the generation of the group in which the partition was assigned
     * @param handedOut the first offset that is not handed out yet
     * @param next      the first offset that is not processed yet
     * @param committed the same as Kafka knows it
     */
    private record Position(int since, long handedOut, long next, long committed) {

        Position handedOut(long offset, int generation) {
            return generation < since ? this : new Position(since, Math.max(handedOut, offset + 1), next, committed);
        }

        Position processed(long offset, int generation) {
            return generation < since ? this : new Position(since, handedOut, Math.max(next, offset + 1), committed);
        }

        Position committed(long offset) {
            return new Position(since, handedOut, next, Math.max(committed, offset));
        }

        boolean isInHand() {
            return next < handedOut;
        }
    }

    /** Says that {@code partitions} belong to this instance since {@code generation}. */
    synchronized void assigned(Collection<TopicPartition> partitions, int generation) {
        partitions.forEach(partition -> positions.put(partition, new Position(generation, NOTHING, NOTHING, NOTHING)));
    }

    /** Says that {@code partitions} belong to this instance no longer. */
    synchronized void revoked(Collection<TopicPartition> partitions) {
        positions.keySet().removeAll(partitions);
    }

    /**
     * Says that everything up to {@code offset} is about to be processed.
     *
     * @param generation in which the record was read
     */
    synchronized void handedOut(TopicPartition partition, long offset, int generation) {
        positions.computeIfPresent(partition, (same, position) -> position.handedOut(offset, generation));
    }

    /**
     * Waits until what was handed out of {@code partitions} is processed.
     *
     * @param patience but not for longer
     */
    synchronized void awaitProcessed(Collection<TopicPartition> partitions, Duration patience)
            throws InterruptedException {
        var end = System.nanoTime() + patience.toNanos();
        var left = patience.toNanos();
        while (left > 0 && areInHand(partitions)) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
    }

    private boolean areInHand(Collection<TopicPartition> partitions) {
        return partitions.stream().map(positions::get).anyMatch(position -> position != null && position.isInHand());
    }

    /**
     * Says that everything up to {@code offset} is processed. Changes nothing where the partition has been another's since the record
     * was read: whoever has it now reads the record once more, or is farther already.
     *
     * @param generation in which the record was read
     */
    synchronized void processed(TopicPartition partition, long offset, int generation) {
        positions.computeIfPresent(partition, (same, position) -> position.processed(offset, generation));
        notifyAll();
    }

    /** What Kafka does not know yet. */
    synchronized Map<TopicPartition, OffsetAndMetadata> uncommitted() {
        Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
        positions.forEach((partition, position) -> {
            if (position.next > position.committed) {
                uncommitted.put(partition, new OffsetAndMetadata(position.next));
            }
        });
        return uncommitted;
    }

    /** Says what Kafka knows. */
    synchronized void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) ->
                positions.computeIfPresent(partition, (same, position) -> position.committed(offset.offset())));
    }
}
