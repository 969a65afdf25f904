package io.ressenti.cli.imports.mapping;

import io.ressenti.cli.client.WrongUseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with columns in braces, as in {@code {order}-delivered}; doubled braces stand for themselves. */
record Template(List<Part> parts) {

    private static final Pattern TOKEN = Pattern.compile("\\{\\{|}}|\\{([^{}]+)}|[^{}]+|[{}]");

    sealed interface Part {

        record Literal(String text) implements Part {}

        record Column(String name) implements Part {}
    }

    Template {
        parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws WrongUseException where a brace is left open
     */
    static Template of(String text) {
        List<Part> parts = new ArrayList<>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            parts.add(
                    switch (tokens.group()) {
                        case "{{" -> new Part.Literal("{");
                        case "}}" -> new Part.Literal("}");
                        case "{", "}" ->
                            throw new WrongUseException(
                                    "In \"%s\" a brace is left open: write {column}, or {{ and }} for braces themselves."
                                            .formatted(text));
                        default ->
                            tokens.group(1) == null
                                    ? new Part.Literal(tokens.group())
                                    : new Part.Column(tokens.group(1).strip());
                    });
        }
        return new Template(parts);
    }

    /** The value of one column as it is. */
    static Template ofColumn(String column) {
        return new Template(List.of(new Part.Column(column)));
    }

    /** The columns that it needs. */
    Stream<String> columns() {
        return parts.stream()
                .filter(Part.Column.class::isInstance)
                .map(Part.Column.class::cast)
                .map(Part.Column::name);
    }

    /**
     * Fills it in.
     *
     * @param row the columns that are not empty
     * @return nothing where a column that it needs is empty, or where all of it is
     */
    Optional<String> fill(Map<String, String> row) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Literal(var literal) -> text.append(literal);
                case Part.Column(var name) -> {
                    var value = row.get(name);
                    if (value == null) {
                        return Optional.empty();
                    }
                    text.append(value);
                }
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }
}
