package io.ressenti.bench.scratch;

import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Pause;
import io.ressenti.local.process.Probe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program, compiled ahead of time or not, as a process of its own, so that its processor time and its memory are nobody else's. */
public final class JavaProcess implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int STOP_SECONDS = 30;

    private final String name;
    private final Process process;

    private JavaProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts a program.
     *
     * @param name        what messages call it
     * @param arguments   options of the JVM, then what it runs
     * @param environment added to this process's own
     * @param log         its output
     */
    public static JavaProcess start(String name, List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return run(name, command, environment, log);
    }

    /** Starts any program, a service's native executable for one; {@code command} begins with its path. */
    static JavaProcess run(String name, List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new JavaProcess(name, builder.start());
        } catch (IOException e) {
            throw new ClientException("%s does not start.".formatted(name), e);
        }
    }

    /**
     * Waits until it does its work.
     *
     * @throws ClientException where it ends before that, or takes longer than two minutes
     */
    public JavaProcess awaitReady(Probe probe) {
        var deadline = Instant.now().plus(START_PATIENCE);
        try {
            while (!probe.isReady(process)) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new ClientException("%s does not get ready; --data DIR keeps its log.".formatted(name));
                }
                Pause.of(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
        return this;
    }

    /** Waits for its end; gives its exit code. */
    public int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** The processor time that it has used so far, of all its threads. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The memory that it occupies (resident set), in bytes; needs Linux. */
    public long residentBytes() {
        return status("VmRSS:");
    }

    /** The most memory that it has occupied so far (resident set), in bytes; needs Linux. */
    public long mostResidentBytes() {
        return status("VmHWM:");
    }

    private long status(String line) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid()), "status"))) {
            return lines.filter(found -> found.startsWith(line))
                    .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new ClientException("The memory of %s cannot be read; this bench needs Linux.".formatted(name), e);
        }
    }

    /** What its heap still holds after a full collection, in bytes. */
    public long liveHeapBytes() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var histogram = new ProcessBuilder(jcmd, String.valueOf(pid()), "GC.class_histogram").start();
            var output = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return totalBytes(output);
        } catch (IOException e) {
            throw new ClientException("The heap of %s cannot be looked at.".formatted(name), e);
        }
    }

    /** The bytes in the last line of a class histogram: {@code Total 123456 9876543}. */
    static long totalBytes(String histogram) {
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> line.split("\\s+"))
                .mapToLong(columns -> Long.parseLong(columns[2]))
                .findFirst()
                .orElseThrow(() -> new ClientException("The heap cannot be looked at: " + histogram));
    }

    /** Freezes it where it stands: it holds its connections, and answers nothing. */
    public void freeze() {
        signal("STOP");
    }

    /** Lets it go on after {@link #freeze}. */
    public void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ClientException("%s cannot be sent a signal.".formatted(name), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }
}
