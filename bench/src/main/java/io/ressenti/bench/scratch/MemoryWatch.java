package io.ressenti.bench.scratch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Looks at a process's memory now and then until it is closed. */
public final class MemoryWatch implements AutoCloseable {

    private static final double MEBIBYTE = 1024.0 * 1024;

    private final List<Long> bytes = new CopyOnWriteArrayList<>();
    private final Thread watcher;

    public MemoryWatch(JavaProcess process, Duration interval) {
        watcher = Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                bytes.add(process.residentBytes());
                sleep(interval);
            }
        });
    }

    /** The least that was seen, in MiB. */
    public double least() {
        return bytes.stream().mapToLong(Long::longValue).min().orElse(0) / MEBIBYTE;
    }

    /** The most that was seen, in MiB. */
    public double most() {
        return bytes.stream().mapToLong(Long::longValue).max().orElse(0) / MEBIBYTE;
    }

    @Override
    public void close() {
        watcher.interrupt();
    }

    private static void sleep(Duration interval) {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
