package io.ressenti.cli.imports.mapping;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Where a field's value comes from.
 *
 * @param template  the columns and words that it is made of
 * @param values    translations; empty: it is taken as it is
 * @param otherwise what a value without a translation becomes; null: it is an error
 * @param time      how the file writes times; null: as the service reads them
 * @param decimal   the decimal mark of numbers
 */
record FieldRule(Template template, Map<String, String> values, String otherwise, TimeFormat time, char decimal) {

    FieldRule {
        values = Map.copyOf(values);
    }

    /** The value as it is. */
    static FieldRule plain(Template template) {
        return new FieldRule(template, Map.of(), null, null, '.');
    }

    /**
     * The field's value in a row; nothing where a column that it needs is empty.
     *
     * @throws UnreadableValueException where the row holds something that cannot be the value of such a field
     */
    Optional<FieldValue> read(EventField field, Map<String, String> row) throws UnreadableValueException {
        var filled = template.fill(row);
        if (filled.isEmpty()) {
            return Optional.empty();
        }
        var text = translated(filled.get());
        return Optional.of(
                switch (field.kind()) {
                    case TEXT, ATTRIBUTE -> new FieldValue.Text(text);
                    case TIME ->
                        new FieldValue.Text(
                                time == null ? text : time.read(text).toString());
                    case MEASURE -> new FieldValue.Number(number(text));
                });
    }

    private String translated(String text) throws UnreadableValueException {
        if (values.isEmpty()) {
            return text;
        }
        var translation = values.getOrDefault(text, otherwise);
        if (translation == null) {
            throw new UnreadableValueException(
                    "\"%s\" has no translation in the mapping; add it to values, or say what holds otherwise."
                            .formatted(text));
        }
        return translation;
    }

    private BigDecimal number(String text) throws UnreadableValueException {
        try {
            if (decimal != '.' && text.indexOf('.') >= 0) {
                throw new NumberFormatException("two kinds of marks");
            }
            return new BigDecimal(text.replace(decimal, '.'));
        } catch (NumberFormatException e) {
            throw new UnreadableValueException(
                    "\"%s\" is not a number such as 1036%s5, without marks between thousands.".formatted(text, decimal),
                    e);
        }
    }
}
