package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One more instance of a service: the same program with the same settings, on a port of its own, that says farewell as in a cluster. */
public final class Twin implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration END_PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private Twin(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a twin of {@code original}, and waits until it is ready. */
    static Twin start(ProcessHandle original, Path log, Map<String, String> settings) {
        var port = Ports.free().services();
        var builder = new ProcessBuilder(listOf(original, "cmdline"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        environment.clear();
        environment.putAll(environmentOf(original));
        environment.putAll(settings);
        environment.put("RESSENTI_PORT", String.valueOf(port));
        try {
            return new Twin(builder.start(), port).ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Its own address. */
    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Tells it to end, as a cluster does, and returns at once. */
    public void tellToEnd() {
        process.destroy();
    }

    /** Waits for its end, which must come by itself. */
    public void awaitEnd() {
        try {
            assertThat(process.waitFor(END_PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("an instance that is told to end does so in time")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private Twin ready() {
        var anybody = new Caller(url(), null);
        try {
            await("another instance is ready")
                    .atMost(START_PATIENCE)
                    .ignoreExceptions()
                    .until(() -> anybody.get("/q/health/ready").status() == 200);
            return this;
        } catch (ConditionTimeoutException e) {
            close();
            throw e;
        }
    }

    private static Map<String, String> environmentOf(ProcessHandle process) {
        Map<String, String> environment = new HashMap<>();
        for (var entry : listOf(process, "environ")) {
            var name = entry.substring(0, entry.indexOf('='));
            environment.put(name, entry.substring(name.length() + 1));
        }
        return environment;
    }

    /** As Linux tells them: each ended by a zero. */
    private static List<String> listOf(ProcessHandle process, String file) {
        try {
            var content =
                    Files.readString(Path.of("/proc", String.valueOf(process.pid()), file), StandardCharsets.UTF_8);
            return Stream.of(content.split("\0")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
