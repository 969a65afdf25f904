package io.ressenti.cli.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * One row.
 *
 * @param line   where it begins, from 1; a quoted field may hold line breaks
 * @param fields its fields
 */
public record CsvRow(long line, CSVRecord fields) {

    /** Whether it has a field for each column, and no more. */
    public boolean isComplete() {
        return fields.isConsistent();
    }

    boolean isBlank() {
        return fields.size() == 0 || fields.size() == 1 && fields.get(0).isBlank();
    }

    /** How many fields it has. */
    public int size() {
        return fields.size();
    }

    /** Its fields, separated by commas. */
    public String text() {
        return String.join(",", fields.values());
    }

    /** Its fields by column, without white space around them, and without the empty ones. */
    public Map<String, String> byColumn(List<String> columns) {
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size() && i < fields.size(); i++) {
            var value = fields.get(i).strip();
            if (!value.isEmpty()) {
                values.put(columns.get(i), value);
            }
        }
        return values;
    }
}
