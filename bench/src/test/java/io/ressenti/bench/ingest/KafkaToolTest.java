package io.ressenti.bench.ingest;

import io.ressenti.cli.client.ClientException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KafkaToolTest {

    @Test
    void readsTheRateOfTheLastRun() {
        // Given what the tool says now and then, and at the end of two runs
        var output = """
                499 records sent, 99.8 records/sec (0.04 MB/sec), 1.2 ms avg latency, 210.0 ms max latency.
                1000000 records sent, 163079.3 records/sec (68.43 MB/sec), 2.1 ms avg latency, 250.0 ms max latency.
                500 records sent, 100.1 records/sec (0.04 MB/sec), 1.2 ms avg latency, 210.0 ms max latency.
                1000000 records sent, 171821.4 records/sec (72.09 MB/sec), 1.9 ms avg latency, 244.0 ms max latency.
                """;

        // When
        var rate = KafkaTool.recordsPerSecond(output);

        // Then
        assertThat(rate).isEqualTo(171_821.4);
    }

    @Test
    void saysWhatTheToolSaidWhereThatIsNoRate() {
        // Given
        var output = "Exception in thread \"main\": no such topic";

        // When
        assertThatThrownBy(() -> KafkaTool.recordsPerSecond(output))
                // Then
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("no such topic");
    }
}
