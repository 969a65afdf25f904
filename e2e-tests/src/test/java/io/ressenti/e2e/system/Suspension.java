package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes that are alive but do nothing, as a server behind a broken network: nobody restarts them, nobody is answered. */
public final class Suspension implements AutoCloseable {

    private final List<ProcessHandle> processes;

    private Suspension(List<ProcessHandle> processes) {
        this.processes = processes;
    }

    /** Stops them until it is closed. */
    public static Suspension of(List<ProcessHandle> processes) {
        signal("STOP", processes);
        return new Suspension(processes);
    }

    @Override
    public void close() {
        signal("CONT", processes.stream().filter(ProcessHandle::isAlive).toList());
    }

    private static void signal(String signal, List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
