package io.ressenti.platform.intake;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessedOffsetsTest {

    private static final TopicPartition ONE = new TopicPartition("cx.touchpoints.v1", 1);
    private static final TopicPartition TWO = new TopicPartition("cx.touchpoints.v1", 2);

    private final ProcessedOffsets offsets = new ProcessedOffsets();

    @BeforeEach
    void assign() {
        offsets.assigned(List.of(ONE, TWO), 1);
    }

    @Test
    void commitsTheOffsetAfterTheLastRecordThatIsProcessed() {
        // When
        offsets.processed(ONE, 9, 1);
        offsets.processed(TWO, 0, 1);

        // Then
        assertThat(offsets.uncommitted()).isEqualTo(Map.of(ONE, at(10), TWO, at(1)));
    }

    @Test
    void commitsNothingTwice() {
        // Given
        offsets.processed(ONE, 9, 1);
        offsets.processed(TWO, 4, 1);

        // When
        offsets.committed(Map.of(ONE, at(10), TWO, at(3)));

        // Then
        assertThat(offsets.uncommitted()).isEqualTo(Map.of(TWO, at(5)));
    }

    @Test
    void triesAgainWhatWasNotCommitted() {
        // Given
        offsets.processed(ONE, 9, 1);
        var notCommitted = offsets.uncommitted();

        // When
        offsets.processed(ONE, 19, 1);

        // Then
        assertThat(notCommitted).isEqualTo(Map.of(ONE, at(10)));
        assertThat(offsets.uncommitted()).isEqualTo(Map.of(ONE, at(20)));
    }

    @Test
    void takesNoOffsetBack() {
        // Given records that come once more after a rebalance
        offsets.processed(ONE, 19, 1);
        offsets.committed(Map.of(ONE, at(20)));

        // When
        offsets.processed(ONE, 9, 1);

        // Then
        assertThat(offsets.uncommitted()).isEmpty();
    }

    @Test
    void commitsNothingOfWhatIsAnothers() {
        // Given
        offsets.processed(ONE, 9, 1);
        offsets.processed(TWO, 9, 1);

        // When
        offsets.revoked(List.of(ONE));

        // Then
        offsets.processed(ONE, 10, 1);
        assertThat(offsets.uncommitted()).isEqualTo(Map.of(TWO, at(10)));
    }

    @Test
    void knowsNothingOfARecordThatWasReadBeforeThePartitionWasAnothers() {
        // Given a partition that comes back, with a batch still in hand
        offsets.revoked(List.of(ONE, TWO));
        offsets.assigned(List.of(ONE), 3);

        // When
        offsets.processed(ONE, 9, 1);

        // Then
        assertThat(offsets.uncommitted()).isEmpty();
        offsets.processed(ONE, 4, 3);
        assertThat(offsets.uncommitted()).isEqualTo(Map.of(ONE, at(5)));
    }

    @Test
    void goesOnWithWhatItKeepsInARebalance() {
        // Given another partition that is added
        offsets.revoked(List.of(TWO));
        offsets.assigned(List.of(TWO), 2);

        // When
        offsets.processed(ONE, 9, 1);

        // Then
        assertThat(offsets.uncommitted()).isEqualTo(Map.of(ONE, at(10)));
    }

    private static OffsetAndMetadata at(long offset) {
        return new OffsetAndMetadata(offset);
    }
}
