package io.ressenti.local.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that outlives a run.
 *
 * @param root the folder that holds it, absolute
 */
public record DataDirectory(Path root) {

    private static final long LARGE_LOG_BYTES = 20_000_000;

    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    public Path postgreSql() {
        return root.resolve("postgresql");
    }

    /** PostgreSQL's programs, unpacked. */
    public Path postgreSqlPrograms() {
        return root.resolve("postgresql-programs");
    }

    public CredentialFiles credentials() {
        return new CredentialFiles(root.resolve("credentials"));
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** The log of the part of that name. */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** The process that runs as the part of that name. */
    public Path pid(String part) {
        return run().resolve(part + ".pid");
    }

    /** What is true only while something runs. */
    public Path run() {
        return root.resolve("run");
    }

    /** Held for as long as a launcher runs on this data. */
    public Path lock() {
        return root.resolve("lock");
    }

    /**
     * Creates the folder itself where it is missing, closed to everybody else: it holds keys, and programs that run in its owner's
     * name. In a folder that exists already, {@link #prepare} and the credentials close what they create.
     */
    public void create() throws IOException {
        PrivateFiles.createDirectory(root);
    }

    /** Creates what is missing inside, closed to everybody else, and puts logs aside that have grown large. */
    public void prepare() {
        try {
            for (Path directory : List.of(kafka(), postgreSqlPrograms(), logs(), run())) {
                PrivateFiles.createDirectory(directory);
            }
            for (Path log : list(logs(), ".log")) {
                if (Files.size(log) > LARGE_LOG_BYTES) {
                    Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + root + " cannot be prepared", e);
        }
    }

    /** Deletes events, databases and logs. Credentials stay, so that keys in use elsewhere stay valid. */
    public void forgetEverything() {
        try {
            for (Path directory : List.of(kafka(), postgreSql(), logs())) {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the data in " + root + " cannot be deleted", e);
        }
    }

    /** The pid files of a run. */
    public List<Path> pids() {
        try {
            return Files.isDirectory(run()) ? list(run(), ".pid") : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + run() + " cannot be read", e);
        }
    }

    private static List<Path> list(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
