package io.ressenti.local.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Finds out before anything starts what would stop it half-way, and says so in one sentence. */
public final class Preflight {

    /** What Kafka's and PostgreSQL's first files take, several times over. */
    public static final long LEAST_FREE_BYTES = 1_000_000_000L;

    private Preflight() {}

    /**
     * @throws Refusal where a port cannot be had
     */
    public static void requireFree(Ports ports) {
        var impossible = ports.impossible();
        if (!impossible.isEmpty()) {
            var use = impossible.getFirst();
            throw new Refusal(
                    "Port %d cannot be used for %s: every part needs a port of its own between 1 and 65535. Change it with %s."
                            .formatted(use.port(), use.part(), use.option()));
        }
        var taken = ports.taken();
        if (!taken.isEmpty()) {
            throw new Refusal(taken.stream()
                    .map(use ->
                            "Port %d, which %s needs, is taken by another program. End that program, or choose another port with %s."
                                    .formatted(use.port(), use.part(), use.option()))
                    .collect(Collectors.joining("\n")));
        }
    }

    /**
     * @throws Refusal where the disk that holds {@code directory} has less than {@code leastBytes} left
     */
    public static void requireSpace(Path directory, long leastBytes) {
        try {
            var usable = Files.getFileStore(directory).getUsableSpace();
            if (usable < leastBytes) {
                throw new Refusal(
                        "The disk that holds %s has %d MB left, and at least %d MB are needed. Free some space, or put the data elsewhere with --data."
                                .formatted(directory, usable / 1_000_000, leastBytes / 1_000_000));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the free space of " + directory + " cannot be read", e);
        }
    }

    /**
     * @throws Refusal where a service has not been built; with {@code isNative}, as a native executable
     */
    public static void requireBuilt(Project project, boolean isNative) {
        for (Service service : Service.values()) {
            if (isNative && !Files.exists(project.executable(service))) {
                throw new Refusal("There is no native executable of %s: make it with ./ressenti native %s."
                        .formatted(service.module(), service.module()));
            }
            if (!isNative && !Files.exists(project.runnable(service))) {
                throw new Refusal("%s is not built: start with ./ressenti up, which builds what is missing."
                        .formatted(service.module()));
            }
        }
    }
}
