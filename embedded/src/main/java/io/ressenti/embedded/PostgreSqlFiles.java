package io.ressenti.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What a server leaves behind when it, or whoever started it, is killed.
 *
 * @param data the server's data, absolute
 * @param work the server's programs, absolute; no other server uses them
 */
record PostgreSqlFiles(Path data, Path work) {

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Makes the data fit for a start, whatever happened before. */
    void recover() throws IOException {
        endServer();
        // Its process is gone by now; but a process id that was given to somebody else would keep the next server from
        // starting.
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        if (Files.exists(data) && !Files.exists(completeMarker())) {
            deleteHalfMade();
        }
    }

    /** From now on the data is worth keeping. */
    void markComplete() throws IOException {
        if (!Files.exists(completeMarker())) {
            Files.createFile(completeMarker());
        }
    }

    /** Ends every process of the server, in order where there is time, by force otherwise: its log makes up for it. */
    void endServer() throws IOException {
        postmaster().ifPresent(postmaster -> {
            postmaster.destroy();
            awaitEndOf(List.of(postmaster));
        });
        // Listed once: a process that dies has no program any more while it may still hold its port.
        var found = processes();
        found.forEach(ProcessHandle::destroyForcibly);
        awaitEndOf(found);
        // Whoever was being started meanwhile ends by itself, as its parent is gone.
        awaitEndOf(processes());
        for (ProcessHandle process : processes()) {
            throw new IOException("the PostgreSQL process " + process.pid() + " does not end");
        }
    }

    private Optional<ProcessHandle> postmaster() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var pid = Files.readString(file).lines().findFirst().orElse("");
        return processes().stream()
                .filter(process -> String.valueOf(process.pid()).equals(pid))
                .findFirst();
    }

    /** Known by their program, which lies in a folder of our own: no other process can be taken for one of them. */
    private List<ProcessHandle> processes() throws IOException {
        if (!Files.exists(work)) {
            return List.of();
        }
        // The system tells a program's path with its links resolved.
        var programs = work.toRealPath();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .command()
                        .map(command -> Path.of(command).startsWith(programs))
                        .orElse(false))
                .toList();
    }

    /** Returns once they have ended, or time is up. */
    private static void awaitEndOf(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process cannot be awaited", e);
        }
    }

    private Path completeMarker() {
        return data.resolve("ressenti-complete");
    }

    /** A first start that was cut short left files that no server starts on, and nothing that anybody has stored. */
    private void deleteHalfMade() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
