package io.ressenti.cli.olist;

import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.csv.CsvRows;
import io.ressenti.cli.csv.StrictText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads the whole of one of the files. */
final class CsvTable {

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
        try (var bytes = Files.newInputStream(file);
                var rows = CsvRows.of(file.toString(), StrictText.of(bytes, StandardCharsets.UTF_8), ',')) {
            requireColumns(file, rows.columns(), columns);
            List<T> mapped = new ArrayList<>();
            rows.forEachRemaining(row -> mapped.add(mapper.apply(new Row(file, row.line(), row.fields()))));
            return mapped;
        } catch (IOException e) {
            throw new ClientException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static void requireColumns(Path file, List<String> present, List<String> columns) {
        var missing =
                columns.stream().filter(column -> !present.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new ClientException("%s has no column %s; is it a file of the Olist data set?"
                    .formatted(file, String.join(", ", missing)));
        }
    }
}
