package io.ressenti.bench.scratch;

import io.ressenti.cli.client.ClientException;
import io.ressenti.local.setup.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option that says where a bench puts what it needs for itself. */
public final class ScratchOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Where the bench's own Kafka and PostgreSQL keep their data and logs. By default a folder below",
                "bench/target that is deleted at the end, unless the bench fails."
            })
    private Path data;

    /** Runs a bench with a Kafka and a PostgreSQL of its own, and ends them. */
    public <T> T run(Function<Scratch, T> bench) {
        return run(data, bench);
    }

    /** Runs a part of a bench that needs data apart from the other parts'. */
    public <T> T run(String part, Function<Scratch, T> bench) {
        return run(data == null ? null : data.resolve(part), bench);
    }

    private static <T> T run(Path data, Function<Scratch, T> bench) {
        var folder = data == null ? freshFolder() : data;
        try {
            var result = start(folder, bench);
            if (data == null) {
                delete(folder);
            }
            return result;
        } catch (IOException e) {
            throw new ClientException("The folder %s cannot be deleted.".formatted(folder), e);
        } catch (ClientException e) {
            throw new ClientException("%s The logs are in %s/logs.".formatted(e.getMessage(), folder), e);
        }
    }

    private static <T> T start(Path folder, Function<Scratch, T> bench) {
        try (var scratch = Scratch.start(folder)) {
            return bench.apply(scratch);
        }
    }

    /** On the project's own disk: a temporary folder may lie in memory, where nothing is ever written through. */
    private static Path freshFolder() {
        try {
            var target = Files.createDirectories(Project.ofThisCode().root().resolve("bench/target"));
            return Files.createTempDirectory(target, "scratch-");
        } catch (IOException e) {
            throw new ClientException("There is no place for the bench's data; name one with --data.", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
