package io.ressenti.cli.imports.input;

import io.ressenti.cli.csv.CsvRow;
import io.ressenti.cli.csv.CsvRows;
import java.io.IOException;
import java.util.List;

/** The rows of a CSV file. */
final class CsvItems implements Items {

    private final CsvRows rows;

    CsvItems(CsvRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> columns() {
        return rows.columns();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Item next() {
        var row = rows.next();
        return row.isComplete()
                ? new Item.Row(row.line(), row.byColumn(rows.columns()))
                : new Item.Unreadable(row.line(), row.text(), lengthOf(row));
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private String lengthOf(CsvRow row) {
        return "The row has %d fields, and the first line names %d columns."
                .formatted(row.size(), rows.columns().size());
    }
}
