package io.ressenti.scoring.signals;

import io.ressenti.scoring.model.CustomerKey;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DoubtsTest {

    private static final CustomerKey EARLY = new CustomerKey("acme", "c-1");
    private static final CustomerKey LATE = new CustomerKey("acme", "c-2");

    private final Doubts doubts = new Doubts();

    @Test
    void doubtsTheFirstRecordsOfAPartition() {
        // When
        read(100, 2_099, EARLY);
        read(2_100, 2_500, LATE);

        // Then
        assertThat(doubts.among(Set.of(EARLY, LATE))).containsExactly(EARLY);
    }

    @Test
    void doubtsTheFirstRecordsAfterAGap() {
        // Given a partition that was read for long, and went to another instance
        read(0, 5_000, EARLY);
        doubts.settle(Set.of(EARLY));

        // When it comes back
        read(9_000, 9_000, LATE);

        // Then
        assertThat(doubts.among(Set.of(EARLY, LATE))).containsExactly(LATE);
    }

    @Test
    void aBatchThatIsTriedAgainIsNoGap() {
        // Given
        read(0, 5_000, EARLY);
        doubts.settle(Set.of(EARLY));

        // When
        read(4_500, 5_001, LATE);

        // Then
        assertThat(doubts.among(Set.of(LATE))).isEmpty();
    }

    @Test
    void whatWasSettledIsDoubtedNoLonger() {
        // Given
        doubts.add(Set.of(EARLY, LATE));

        // When
        doubts.settle(Set.of(EARLY));

        // Then
        assertThat(doubts.among(Set.of(EARLY, LATE))).containsExactly(LATE);
    }

    private void read(long from, long to, CustomerKey customer) {
        for (var offset = from; offset <= to; offset++) {
            doubts.read(new ConsumerRecord<>("cx.feedback.v1", 3, offset, "", new byte[0]), Set.of(customer));
        }
    }
}
