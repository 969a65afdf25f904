package io.ressenti.scoring.signals;

import io.ressenti.scoring.model.CustomerKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Customers of whom something may have been published that was never committed: those of a transaction that failed, here or, where
 * a partition was taken over, in an instance that is no more. Whatever is known of them is told again.
 */
@ApplicationScoped
public class Doubts {

    /** The records of a poll (max.poll.records) are the most that an instance had in hand when it ended; twice that to be sure. */
    private static final int IN_HAND = 2_000;

    private final Set<CustomerKey> customers = ConcurrentHashMap.newKeySet();
    private final Map<TopicPartition, Span> spans = new ConcurrentHashMap<>();

    /**
     * Records without a gap.
     *
     * @param start the first offset
     * @param next  the offset after the last
     */
    private record Span(long start, long next) {

        Span with(long offset) {
            if (offset == next) {
                return new Span(start, offset + 1);
            }
            var again = offset >= start && offset < next;
            return again ? this : new Span(offset, offset + 1);
        }
    }

    /** Says that a transaction about them failed. */
    public void add(Collection<CustomerKey> doubtful) {
        customers.addAll(doubtful);
    }

    /** Says that a record about {@code doubtful} was read: of the first ones of a partition another may have published. */
    public void read(ConsumerRecord<?, ?> record, Collection<CustomerKey> doubtful) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var span = spans.merge(
                partition, new Span(record.offset(), record.offset() + 1), (known, one) -> known.with(record.offset()));
        if (record.offset() - span.start() < IN_HAND) {
            add(doubtful);
        }
    }

    /** Those of {@code wanted} that are doubtful. */
    Set<CustomerKey> among(Set<CustomerKey> wanted) {
        return customers.isEmpty()
                ? Set.of()
                : wanted.stream().filter(customers::contains).collect(Collectors.toSet());
    }

    /** Says that everything was told again of them. */
    void settle(Set<CustomerKey> told) {
        told.forEach(customers::remove);
    }
}
