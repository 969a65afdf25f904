package io.ressenti.scoring.cluster;

import io.ressenti.embedded.testing.Http1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One process of the packaged service. */
final class Instance {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path EXECUTABLE = Path.of("target", "ressenti-scoring-service-runner");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Map<String, String> configuration;
    private final int port;
    private final Path log;
    private Process process;

    Instance(Map<String, String> configuration, int port) {
        this.configuration = configuration;
        this.port = port;
        this.log = Path.of("target", "scoring-" + port + ".log");
    }

    URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Starts it; {@link #awaitReady} waits until it answers. */
    void start() {
        List<String> command = new ArrayList<>(program());
        configuration.forEach((key, value) -> command.add(1, "-D" + key + "=" + value));
        command.add(1, "-Dquarkus.http.port=" + port);
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it, waits until it ends by itself, and gives its exit code. */
    int run() {
        start();
        awaitEnd();
        return process.exitValue();
    }

    /** What it has written so far. */
    Path log() {
        return log;
    }

    /** Built with {@code -Dnative} it is the executable that is tested. */
    private static List<String> program() {
        if (System.getProperty("native") != null) {
            return List.of(EXECUTABLE.toAbsolutePath().toString(), "-Xmx192m");
        }
        assertThat(Files.exists(JAR)).as("the service is packaged").isTrue();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(java, "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString());
    }

    /** Starts it again where a test has ended it and failed. */
    void startIfEnded() {
        if (!process.isAlive()) {
            start();
        }
    }

    /** Waits until it is ready to serve. */
    void awaitReady() {
        var request = HttpRequest.newBuilder(url().resolve("/q/health/ready")).build();
        try (var http = Http1.client()) {
            await(this + " is ready")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> http.send(request, BodyHandlers.discarding()).statusCode() == 200);
        }
    }

    /** Ends it as an orchestrator would. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Ends it in the middle of whatever it does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Stops it where it stands: alive, and silent. */
    void freeze() {
        signal("STOP");
    }

    /** Lets it go on as if nothing had been. */
    void thaw() {
        signal("CONT");
    }

    /** Ends it at the end of the tests, frozen or not. */
    void discard() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return "the instance at " + url();
    }

    private void awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as(this + " ends")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void signal(String signal) {
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
            assertThat(kill.waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
