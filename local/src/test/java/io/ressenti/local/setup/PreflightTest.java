package io.ressenti.local.setup;

import io.ressenti.embedded.FreePorts;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreflightTest {

    @TempDir
    Path directory;

    @Test
    void aTakenPortIsNamedWithItsPartAndTheOptionThatMovesIt() throws Exception {
        // Given a program that listens where Kafka's controller wants to
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = new Ports(1, other.getLocalPort() - 1, 3, 10_000);

            // When
            var taken = ports.taken();

            // Then
            assertThat(taken).contains(new Ports.Use(other.getLocalPort(), "Kafka's controller", "--kafka-port"));
        }
    }

    @Test
    void aTakenPortIsRefusedInASentence() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var free = FreePorts.find(3);
            var ports = new Ports(other.getLocalPort(), free.get(0), free.get(1), free.get(2));

            assertThatThrownBy(() -> Preflight.requireFree(ports))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(
                            "Port %d, which the front door needs, is taken by another program. End that program, or choose another port with --port.",
                            other.getLocalPort());
        }
    }

    @Test
    void twoPartsCannotHaveTheSamePort() {
        // Given a Kafka that wants the scoring-service's port
        var ports = new Ports(8080, 8083, 8432, 8081);

        assertThatThrownBy(() -> Preflight.requireFree(ports))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Port 8083 cannot be used for Kafka");
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Preflight.requireFree(new Ports(80_80_80, 8092, 8432, 8081)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("between 1 and 65535");
    }

    @Test
    void aDiskThatIsFullIsRefusedInASentence() {
        assertThatThrownBy(() -> Preflight.requireSpace(directory, Long.MAX_VALUE))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("--data");
    }

    @Test
    void aDiskWithSpaceIsFine() {
        assertThatCode(() -> Preflight.requireSpace(directory, 1)).doesNotThrowAnyException();
    }

    @Test
    void aPartThatIsNotBuiltIsNamed() throws Exception {
        // Given a project in which all but the console is built
        var project = new Project(directory);
        for (Service service : Service.BACKEND) {
            Files.createDirectories(project.runnable(service).getParent());
            Files.createFile(project.runnable(service));
        }

        assertThatThrownBy(() -> Preflight.requireBuilt(project, false))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("console is not built");
    }

    @Test
    void anExecutableThatIsMissingIsNamed() throws Exception {
        // Given a project of which only one service is built as a native executable
        var project = new Project(directory);
        Files.createDirectories(project.executable(Service.TOUCHPOINT).getParent());
        Files.createFile(project.executable(Service.TOUCHPOINT));

        assertThatThrownBy(() -> Preflight.requireBuilt(project, true))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no native executable of feedback-service: make it with ./ressenti native"
                        + " feedback-service.");
    }
}
