package io.ressenti.cli.olist;

import io.ressenti.cli.client.ClientException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.apache.commons.csv.CSVRecord;

/** One row of a file, read field by field. */
record Row(Path file, long line, CSVRecord fields) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

    /** The field's text; empty where there is none. */
    String text(String column) {
        if (!fields.isSet(column)) {
            throw wrong(column, "", "there: the row is too short");
        }
        return fields.get(column);
    }

    /** A whole number. */
    int number(String column) {
        try {
            return Integer.parseInt(text(column));
        } catch (NumberFormatException e) {
            throw wrong(column, text(column), "a whole number");
        }
    }

    /** A time, taken as UTC; null where there is none. */
    Instant time(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw wrong(column, text, "a time like 2018-01-31 23:59:59");
        }
    }

    private ClientException wrong(String column, String text, String expected) {
        return new ClientException(
                "%s, line %d: \"%s\" in %s is not %s.".formatted(file.getFileName(), line, text, column, expected));
    }
}
