package io.ressenti.cli.imports;

import io.ressenti.cli.client.WrongUseException;
import io.ressenti.cli.imports.mapping.Mapping;
import io.ressenti.cli.imports.mapping.MappingReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say how rows become events. */
final class MappingOptions {

    @Option(
            names = "--mapping",
            paramLabel = "M.yaml",
            description = "What the columns mean; without it they have an event's own names (see docs/import.md).")
    private Path file;

    @Option(
            names = "--map",
            paramLabel = "FIELD=RULE",
            description = "One line of a mapping, as in --map id={order}-delivered; wins over --mapping.")
    private Map<String, String> rules = new LinkedHashMap<>();

    @Option(
            names = "--skip-when-empty",
            paramLabel = "COLUMN",
            description = "Leaves out the rows in which this column is empty.")
    private List<String> skipWhenEmpty = List.of();

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            description = "The source of events that name none: the system that they come from.")
    private String source;

    @Option(
            names = "--derive-ids",
            description =
                    "Gives an event without an id one that is made of what it says. Rows that say the same count once.")
    private boolean deriveIds;

    /** Whether columns have names of their own. */
    boolean given() {
        return file != null || !rules.isEmpty() || !skipWhenEmpty.isEmpty();
    }

    /**
     * The mapping.
     *
     * @throws WrongUseException where it is none
     */
    Mapping mapping() {
        var reader = new MappingReader();
        if (file != null) {
            reader.document(document());
        }
        rules.forEach(reader::option);
        return reader.skipWhenEmpty(skipWhenEmpty).mapping();
    }

    Preparation preparation(Mapping mapping) {
        return new Preparation(mapping, source, deriveIds);
    }

    /** All of it as a text: two imports with the same text make the same events of the same file. */
    String asText() {
        return String.join("\n", document(), rules.toString(), skipWhenEmpty.toString(), source + " " + deriveIds);
    }

    private String document() {
        try {
            return file == null ? "" : Files.readString(file);
        } catch (IOException e) {
            throw new WrongUseException("The mapping %s cannot be read.".formatted(file), e);
        }
    }
}
