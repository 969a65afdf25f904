package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged command line, run as a process. */
public final class Cli {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;

    private Cli(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What it left behind. */
    public record Result(int exitCode, String output) {}

    /** Starts replaying the files in {@code directory} for {@code brand}. */
    public static Cli startReplay(Brand brand, URI url, Path directory, String... options) {
        List<String> arguments = new ArrayList<>(List.of("replay", "olist", directory.toString()));
        arguments.addAll(List.of(options));
        return start(brand, url, arguments);
    }

    /** Imports a file to the end; everything has to be taken. */
    public static void importTouchpoints(Brand brand, URI url, Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", "touchpoints", file.toString()));
        arguments.addAll(List.of(options));
        requireDone(start(brand, url, arguments));
    }

    /** Replays to the end; everything has to be taken. */
    public static void replay(Brand brand, URI url, Path directory) {
        requireDone(startReplay(brand, url, directory));
    }

    /** Compares all that scoring keeps with the signals; everything has to agree. */
    public static void verifyScores(Brand brand, URI url) {
        requireDone(start(brand, url, List.of("scores", "verify")));
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public Result await() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it does not end: " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Cli start(Brand brand, URI url, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                LauncherCommand.java(),
                "-Xmx256m",
                "-jar",
                LauncherCommand.project().resolve("cli/target/ressenti-cli.jar").toString()));
        command.addAll(arguments);
        command.addAll(List.of("--url", url.toString()));
        try {
            var output =
                    Files.createTempFile(Path.of("target"), arguments.getFirst() + "-" + brand.name() + "-", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("RESSENTI_KEY", brand.key());
            return new Cli(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireDone(Cli command) {
        var result = command.await();
        assertThat(result.exitCode()).as(result.output()).isZero();
    }
}
