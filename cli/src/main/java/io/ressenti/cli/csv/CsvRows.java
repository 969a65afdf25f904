package io.ressenti.cli.csv;

import io.ressenti.cli.client.ClientException;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/** The rows of a CSV file (RFC 4180: quoted fields may hold line breaks) whose first line names the columns. Blank lines are no rows. */
public final class CsvRows implements Iterator<CsvRow>, Closeable {

    private final String name;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> columns;
    private long line;
    private CsvRow next;

    private CsvRows(String name, CSVParser parser) {
        this.name = name;
        this.parser = parser;
        this.records = parser.iterator();
        this.columns = parser.getHeaderNames();
        this.line = parser.getCurrentLineNumber();
    }

    /**
     * Begins to read.
     *
     * @param name what errors call the file
     * @throws ClientException where the first line does not name the columns
     */
    public static CsvRows of(String name, Reader text, char delimiter) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                .get();
        try {
            return new CsvRows(
                    name, CSVParser.builder().setReader(text).setFormat(format).get());
        } catch (IOException | UncheckedIOException e) {
            throw StrictText.unreadable(name, 1, e);
        } catch (IllegalArgumentException e) {
            throw new ClientException(
                    "The first line of %s must name each column, once: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** The names of the columns, in their order. */
    public List<String> columns() {
        return columns;
    }

    /** @throws ClientException where what follows is not CSV, or not text */
    @Override
    public boolean hasNext() {
        while (next == null && hasNextRecord()) {
            // The parser is a record ahead: it begins where the one before it ended.
            var row = new CsvRow(line + 1, records.next());
            line = parser.getCurrentLineNumber();
            next = row.isBlank() ? null : row;
        }
        return next != null;
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next;
        next = null;
        return row;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private boolean hasNextRecord() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw StrictText.unreadable(name, line + 1, e);
        }
    }
}
