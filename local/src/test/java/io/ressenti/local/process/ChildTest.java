package io.ressenti.local.process;

import io.ressenti.local.setup.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ChildTest {

    private static final Duration GRACE = Duration.ofMillis(500);

    @TempDir
    Path directory;

    private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();

    private final Events events = new Events() {
        @Override
        public void ready(String part) {
            happened.add("ready");
        }

        @Override
        public void recovered(String part) {
            happened.add("recovered");
        }

        @Override
        public void ended(String part, String how, Duration delay) {
            happened.add(how);
        }
    };

    @Test
    void aProcessThatIsKilledIsStartedAgain() throws Exception {
        // Given
        var child = Child.start(sh("touch begun; exec sleep 60"), events, GRACE);
        assertThat(next()).isEqualTo("ready");
        var first = pidFile().process().orElseThrow();

        // When
        first.destroyForcibly();

        // Then
        assertThat(next()).isEqualTo("ended with exit code 137");
        assertThat(next()).isEqualTo("recovered");
        var second = pidFile().process().orElseThrow();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        Child.stop(List.of(child));
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void aProcessThatDoesNotListenIsKilledOnceItsTimeIsUp() throws Exception {
        // Given a process that ignores the request to end
        var child = Child.start(sh("trap '' TERM; touch begun; while :; do sleep 1; done"), events, GRACE);
        assertThat(next()).isEqualTo("ready");
        var process = pidFile().process().orElseThrow();

        // When
        Child.stop(List.of(child));

        // Then
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile().path()).doesNotExist();
    }

    @Test
    void aProcessThatNeverGetsReadyIsGivenUpWithTheEndOfItsLog() {
        // Given
        var child = Child.start(sh("echo the port is taken; exit 3"), events, GRACE);

        // When, then
        assertThat(child.ready())
                .failsWithin(60, TimeUnit.SECONDS)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(Refusal.class)
                .withMessageContaining("part does not start: it ended with exit code 3")
                .withMessageContaining("the port is taken");
    }

    @Test
    void itIgnoresTheTerminalsCtrlC() throws Exception {
        // Given
        var child = Child.start(sh("kill -INT $$; echo still here; touch begun; exec sleep 60"), events, GRACE);

        // When
        assertThat(next()).isEqualTo("ready");
        Child.stop(List.of(child));

        // Then
        assertThat(Files.readString(directory.resolve("part.log"))).isEqualTo("still here\n");
    }

    @Test
    void aProcessThatCannotBeWrittenDownIsKilledAndStartedAgain() throws Exception {
        // Given a pid file that cannot be written, as on a full disk, and later can
        Files.createDirectory(pidFile().path());
        var child = Child.start(sh("touch begun; exec sleep 60"), events, GRACE);

        // When
        assertThat(next()).startsWith("could not be started or watched (the process cannot be written down");
        var unknown = ProcessHandle.current().children().toList();
        Files.delete(pidFile().path());

        // Then
        assertThat(next()).isEqualTo("ready");
        var process = pidFile().process().orElseThrow();
        Child.stop(List.of(child));
        assertThat(unknown).noneMatch(ProcessHandle::isAlive);
        assertThat(process.isAlive()).isFalse();
    }

    private String next() throws InterruptedException {
        return happened.poll(60, TimeUnit.SECONDS);
    }

    private PidFile pidFile() {
        return new PidFile(directory.resolve("part.pid"));
    }

    private ChildSpec sh(String script) {
        return new ChildSpec(
                "part",
                List.of("/bin/sh", "-c", "cd '%s'; %s".formatted(directory, script)),
                Map.of(),
                directory.resolve("part.log"),
                pidFile(),
                process -> Files.exists(directory.resolve("begun")));
    }
}
