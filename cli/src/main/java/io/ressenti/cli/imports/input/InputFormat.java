package io.ressenti.cli.imports.input;

import io.ressenti.cli.client.WrongUseException;
import java.nio.charset.Charset;
import java.util.Locale;

/**
 * How a file is written.
 *
 * @param kind      CSV or NDJSON
 * @param charset   of a CSV file; NDJSON is UTF-8
 * @param delimiter between the fields of a CSV row
 */
public record InputFormat(Kind kind, Charset charset, char delimiter) {

    /** The formats that are read. */
    public enum Kind {
        CSV,
        NDJSON
    }

    /**
     * The kind that a file's name says.
     *
     * @throws WrongUseException where it says none
     */
    public static Kind kindOf(String name) {
        var plain = withoutGz(name.toLowerCase(Locale.ROOT));
        if (plain.endsWith(".csv")) {
            return Kind.CSV;
        }
        if (plain.endsWith(".ndjson") || plain.endsWith(".jsonl")) {
            return Kind.NDJSON;
        }
        throw new WrongUseException(
                "The name of %s does not say what it is (.csv, .ndjson, .jsonl, each also .gz): say --format csv or --format ndjson."
                        .formatted(name));
    }

    private static String withoutGz(String name) {
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }
}
