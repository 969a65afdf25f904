package io.ressenti.cli.olist;

import io.ressenti.cli.client.ClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Reads one CSV file (RFC 4180: quoted fields may hold line breaks) whose first line names the columns. */
final class CsvTable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvTable() {}

    /**
     * Reads every row.
     *
     * @param columns the columns that {@code mapper} asks for; others may be there
     * @throws ClientException where the file or a column is missing, or a field is not what it should be
     */
    static <T> List<T> read(Path file, List<String> columns, Function<Row, T> mapper) {
        if (!Files.isReadable(file)) {
            throw new ClientException("%s is missing; DIR must hold the files of the Olist data set.".formatted(file));
        }
        try (var parser = CSVParser.parse(withoutByteOrderMark(file), FORMAT)) {
            requireColumns(file, parser, columns);
            List<T> rows = new ArrayList<>();
            for (var csvRecord : parser) {
                rows.add(mapper.apply(new Row(file, parser.getCurrentLineNumber(), csvRecord)));
            }
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new ClientException("%s cannot be read as CSV in UTF-8: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static String withoutByteOrderMark(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static void requireColumns(Path file, CSVParser parser, List<String> columns) {
        var missing = columns.stream()
                .filter(column -> !parser.getHeaderMap().containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new ClientException("%s has no column %s; is it a file of the Olist data set?"
                    .formatted(file, String.join(", ", missing)));
        }
    }
}
