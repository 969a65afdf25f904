package io.ressenti.embedded;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortsTest {

    /** Linux gives 32768 and above to outgoing connections, others 49152 and above. */
    private static final int FIRST_OF_OUTGOING = 32_768;

    @Test
    void portsAreDifferentFreeAndNotThoseOfOutgoingConnections() throws Exception {
        // Given
        var count = 50;

        // When
        var ports = FreePorts.find(count);

        // Then
        assertThat(ports).hasSize(count).doesNotHaveDuplicates().allMatch(port -> port < FIRST_OF_OUTGOING);
        for (int port : ports) {
            try (var server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(server.getLocalPort()).isEqualTo(port);
            }
        }
    }
}
