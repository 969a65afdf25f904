package io.ressenti.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A process to be kept alive.
 *
 * @param part        its name
 * @param command     program and arguments
 * @param environment added to the launcher's own
 * @param log         its output is appended here
 * @param pidFile     the process is written down here
 * @param probe       whether it is ready
 */
public record ChildSpec(
        String part, List<String> command, Map<String, String> environment, Path log, PidFile pidFile, Probe probe) {

    /** Ctrl-C reaches every process of a terminal at once; ignoring it leaves the order of the end to the launcher. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Starts the process and writes it down.
     *
     * @throws IOException          where it does not start
     * @throws UncheckedIOException where it cannot be written down; it is killed then, as nobody would find it again
     */
    Process start() throws IOException {
        List<String> whole = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        whole.addAll(command);
        var builder = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            pidFile.write(process.toHandle());
        } catch (UncheckedIOException e) {
            process.destroyForcibly();
            throw e;
        }
        return process;
    }
}
