package io.ressenti.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process in a file, so that a later run finds it. The instant of its start stands beside its id: systems use an id
 * again, and ending somebody else's process would be unforgivable.
 *
 * @param path where it is kept
 */
public record PidFile(Path path) {

    /** Linux tells a start to a hundredth of a second, from a boot time that shifts a little when the clock is set. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Writes {@code process} down in place of the one that was there. */
    public void write(ProcessHandle process) {
        var start = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(path, process.pid() + " " + start + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the process cannot be written down in " + path, e);
        }
    }

    /** The process that was written down, if it still runs. */
    public Optional<ProcessHandle> process() {
        try {
            var parts = Files.readString(path).strip().split(" ");
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startedAt(process, Instant.parse(parts[1])));
        } catch (IOException | RuntimeException unreadable) {
            // Missing, or cut off by a crash while it was written: nothing is known, and nothing may be ended.
            return Optional.empty();
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be deleted", e);
        }
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, expected).abs().compareTo(TOLERANCE) <= 0)
                .orElse(false);
    }
}
