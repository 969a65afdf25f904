package io.ressenti.cli.imports;

import io.ressenti.cli.client.WrongUseException;
import io.ressenti.cli.imports.input.InputFile;
import io.ressenti.cli.imports.input.InputFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is imported, and how it is written. */
final class InputOptions {

    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "FILE",
            description = "A .csv, .ndjson or .jsonl file, also packed (.gz); - is standard input, with --format.")
    private String name;

    @Option(
            names = "--format",
            paramLabel = "csv|ndjson",
            description = "What FILE is, where its name does not say it.")
    private InputFormat.Kind kind;

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            defaultValue = "UTF-8",
            description = "Of a CSV file, as in windows-1252 (default: ${DEFAULT-VALUE}).")
    private Charset charset;

    @Option(
            names = "--delimiter",
            paramLabel = "C",
            defaultValue = ",",
            description = "Between the fields of a CSV row; tab for tabs (default: ${DEFAULT-VALUE}).")
    private String delimiter;

    boolean isStandardInput() {
        return name.equals(STANDARD_INPUT);
    }

    /** What messages call it. */
    String name() {
        return isStandardInput() ? "standard input" : name;
    }

    Path path() {
        return Path.of(name);
    }

    /** A file beside it. */
    Path beside(String suffix) {
        return isStandardInput() ? Path.of("touchpoints" + suffix) : Path.of(name + suffix);
    }

    /**
     * Opens it.
     *
     * @param mapped whether there is a mapping for what it holds
     * @throws io.ressenti.cli.client.ClientException where that cannot be done
     */
    InputFile open(boolean mapped) {
        return isStandardInput() ? InputFile.of(System.in, format(), mapped) : InputFile.open(path(), format(), mapped);
    }

    /** How it is written. */
    InputFormat format() {
        return new InputFormat(kind == null ? InputFormat.kindOf(name()) : kind, charset, delimiterMark());
    }

    private char delimiterMark() {
        if (delimiter.equals("tab")) {
            return '\t';
        }
        if (delimiter.length() != 1) {
            throw new WrongUseException("The delimiter is one character, or tab; not \"%s\".".formatted(delimiter));
        }
        return delimiter.charAt(0);
    }
}
