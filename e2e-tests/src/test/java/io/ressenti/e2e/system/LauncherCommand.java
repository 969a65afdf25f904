package io.ressenti.e2e.system;

import io.ressenti.e2e.system.Cli.Result;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged launcher's commands, each a process of its own. */
final class LauncherCommand {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private LauncherCommand() {}

    /** Starts {@code up}, which goes on until it is told to end. */
    static Process up(Path data, Ports ports, List<String> options, Map<String, String> environment, Path output) {
        List<String> arguments = new ArrayList<>(upArguments(data, ports));
        arguments.addAll(options);
        return start(arguments, environment, output);
    }

    /** Runs an {@code up} that is expected to be refused. */
    static Result upToTheEnd(Path data, Ports ports) {
        return run(data, upArguments(data, ports));
    }

    /** Runs {@code down}. */
    static Result down(Path data) {
        return run(data, List.of("down", "--data=" + data));
    }

    /** The option of a JVM that ends itself should these tests be killed. */
    static String endsWithUs() {
        return "-javaagent:" + PROJECT.resolve("local/target/ressenti-local-parent-watch.jar");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path project() {
        return PROJECT;
    }

    private static List<String> upArguments(Path data, Ports ports) {
        return List.of(
                "up",
                "--no-demo",
                "--data=" + data,
                "--port=" + ports.frontDoor(),
                "--postgres-port=" + ports.postgreSql(),
                "--kafka-port=" + ports.kafka(),
                "--service-ports-from=" + ports.services());
    }

    private static Result run(Path data, List<String> arguments) {
        var output = data.resolveSibling(data.getFileName() + "-" + arguments.getFirst() + ".log");
        var process = start(arguments, Map.of(), output);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                throw new AssertionError(arguments + " does not end: " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Process start(List<String> arguments, Map<String, String> environment, Path output) {
        List<String> command = new ArrayList<>(List.of(
                java(),
                endsWithUs(),
                "-Xmx512m",
                "-cp",
                PROJECT.resolve("local/target/ressenti-local.jar") + File.pathSeparator
                        + PROJECT.resolve("local/target/lib") + "/*",
                "io.ressenti.local.Main"));
        command.addAll(arguments);
        try {
            Files.createDirectories(output.getParent());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
