package io.ressenti.bench.report;

import io.ressenti.cli.client.ClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** The option that keeps a bench's figures. */
public final class ResultOption {

    private static final Path RESULTS = Path.of("bench", "results");

    @Option(
            names = "--write",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "",
            description = "Writes the figures to a Markdown file as well (by default below bench/results).")
    private Path file;

    /**
     * Writes the figures, if that was asked for.
     *
     * @param name     the file's, where none was given
     * @param markdown the figures; the day and the machine are put below them
     */
    public void keep(String name, String markdown) {
        if (file == null) {
            return;
        }
        var target = (file.toString().isEmpty() ? RESULTS.resolve(name + ".md") : file).toAbsolutePath();
        try {
            Files.createDirectories(target.getParent());
            Files.writeString(target, markdown + "\n" + provenance());
        } catch (IOException e) {
            throw new ClientException("The figures cannot be written to %s.".formatted(target), e);
        }
    }

    private static String provenance() {
        return "%s · %s%n"
                .formatted(
                        Instant.now().atZone(ZoneOffset.UTC).toLocalDate(),
                        MachineFacts.here().text());
    }
}
