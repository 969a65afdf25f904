package io.ressenti.e2e.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small reader of CSV files (RFC 4180), so that the test does not share a reader with what it tests. */
final class CsvFile {

    private final String text;
    private int position;

    private CsvFile(String text) {
        this.text = text;
    }

    /** The rows, each by column. */
    static List<Map<String, String>> read(Path file) {
        try {
            return new CsvFile(Files.readString(file)).rows();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, String>> rows() {
        var header = row();
        List<Map<String, String>> rows = new ArrayList<>();
        while (position < text.length()) {
            var fields = row();
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), fields.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(text.startsWith("\"", position) ? quoted() : plain());
        } while (position < text.length() && text.charAt(position++) == ',');
        if (text.startsWith("\n", position) && text.charAt(position - 1) == '\r') {
            position++;
        }
        return fields;
    }

    private String plain() {
        int start = position;
        while (position < text.length() && ",\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private String quoted() {
        var field = new StringBuilder();
        position++;
        while (true) {
            char c = text.charAt(position++);
            if (c != '"') {
                field.append(c);
            } else if (text.startsWith("\"", position)) {
                field.append('"');
                position++;
            } else {
                return field.toString();
            }
        }
    }
}
