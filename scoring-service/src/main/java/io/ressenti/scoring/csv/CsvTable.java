package io.ressenti.scoring.csv;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * An answer as a table.
 *
 * @param name   what a file of it is called, without its ending
 * @param header the columns' names
 * @param rows   numbers, texts and nulls, as many as there are columns
 */
public record CsvTable(String name, List<String> header, List<List<Object>> rows) {

    /** What a spreadsheet may take for the start of a formula (OWASP, "CSV Injection"). */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    /** One row; any of its values may be null. */
    public static List<Object> row(Object... values) {
        return Arrays.asList(values);
    }

    /**
     * The table as RFC 4180 has it: a header line, CRLF, quotes where they are needed; a null is an empty field. A text that a
     * spreadsheet could execute gets an apostrophe in front; numbers stay numbers.
     */
    public String text() {
        var text = new StringWriter();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(header);
            printer.printRecords(rows.stream().map(CsvTable::harmless));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<Object> harmless(List<Object> row) {
        return row.stream().map(CsvTable::harmless).toList();
    }

    private static Object harmless(Object value) {
        return value instanceof String text && startsLikeAFormula(text) ? "'" + text : value;
    }

    private static boolean startsLikeAFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** Lists one after the other. */
    @SafeVarargs
    public static <T> List<T> concat(List<? extends T>... lists) {
        return Stream.of(lists).<T>flatMap(List::stream).toList();
    }
}
