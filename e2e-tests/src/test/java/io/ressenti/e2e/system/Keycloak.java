package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** A real Keycloak that holds the realm of {@code docker/keycloak}. */
public final class Keycloak implements AutoCloseable {

    /** The password of everybody in the realm. */
    public static final String PASSWORD = "development";

    /** What the realm's client proves itself with. */
    public static final String CLIENT_SECRET = "known-to-everybody-for-development";

    private static final Path HOME = Path.of(System.getProperty("keycloak.home"));
    private static final String REALM_FILE = "ressenti-realm.json";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;

    private Keycloak(Process process) {
        this.process = process;
    }

    /**
     * Starts it on {@code port}, on empty data, for a console whose people come to {@code console}; waits until it knows the realm.
     */
    public static Keycloak start(int port, URI console) {
        var output = Path.of("target", "keycloak.log");
        try {
            deleteAll(HOME.resolve("data"));
            var imported = Files.createDirectories(HOME.resolve("data/import"));
            var realm = Files.readString(LauncherCommand.project().resolve("docker/keycloak/" + REALM_FILE));
            Files.writeString(imported.resolve(REALM_FILE), realm.replace("http://localhost:8080", console.toString()));
            var builder = new ProcessBuilder(
                            "bash",
                            HOME.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--hostname=" + url(port),
                            "--http-management-port=" + Ports.free().frontDoor())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JAVA_OPTS_APPEND", LauncherCommand.endsWithUs());
            var keycloak = new Keycloak(builder.start());
            keycloak.awaitRealm(port, output);
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port for it. */
    public static int freePort() {
        return Ports.free().frontDoor();
    }

    /** The realm's address on a Keycloak on {@code port}. */
    public static String realm(int port) {
        return url(port) + "/realms/ressenti";
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void awaitRealm(int port, Path output) throws IOException {
        try {
            await("Keycloak knows the realm")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !process.isAlive() || isThere(port));
        } catch (ConditionTimeoutException e) {
            close();
            throw e;
        }
        if (!process.isAlive()) {
            throw new AssertionError("Keycloak does not start:\n" + Files.readString(output));
        }
    }

    private static boolean isThere(int port) {
        try {
            return new Caller(URI.create(url(port)), null)
                            .get("/realms/ressenti")
                            .status()
                    == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }
}
