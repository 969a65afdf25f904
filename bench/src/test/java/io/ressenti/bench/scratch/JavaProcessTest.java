package io.ressenti.bench.scratch;

import io.ressenti.cli.client.ClientException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JavaProcessTest {

    @Test
    void readsTheBytesThatAreAliveFromAClassHistogram() {
        // Given
        var histogram = """
                 num     #instances         #bytes  class name (module)
                   1:         48211        5120016  [B (java.base@25)
                Total        912345       61234567
                """;

        // When
        var bytes = JavaProcess.totalBytes(histogram);

        // Then
        assertThat(bytes).isEqualTo(61_234_567);
    }

    @Test
    void saysWhatWasSaidWhereThatIsNoHistogram() {
        // Given
        var answer = "Unable to open socket file";

        // When
        assertThatThrownBy(() -> JavaProcess.totalBytes(answer))
                // Then
                .isInstanceOf(ClientException.class)
                .hasMessageContaining("Unable to open socket file");
    }
}
