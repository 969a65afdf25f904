package io.ressenti.cli.imports.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.cli.client.WrongUseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A rule with options, as the document writes it: {@code {column: ts, format: "yyyy-MM-dd HH:mm", zone: Europe/Paris}}. */
final class RuleDocument {

    private Template template;
    private final Map<String, String> values = new LinkedHashMap<>();
    private String otherwise;
    private String format;
    private String zone;
    private char decimal = '.';

    /** @throws WrongUseException where a rule has no such option */
    void set(String option, JsonNode value) {
        switch (option) {
            case "column" -> template = Template.ofColumn(value.asText());
            case "template" -> template = Template.of(value.asText());
            case "values" ->
                value.properties()
                        .forEach(entry ->
                                values.put(entry.getKey(), entry.getValue().asText()));
            case "otherwise" -> otherwise = value.asText();
            case "format" -> format = value.asText();
            case "zone" -> zone = value.asText();
            case "decimal" -> decimal = mark(value.asText());
            default ->
                throw new WrongUseException(
                        "A field's rule has no \"%s\": there are column or template, values, otherwise, format, zone and decimal."
                                .formatted(option));
        }
    }

    /** @throws WrongUseException where it does not say where the value comes from */
    FieldRule rule() {
        if (template == null) {
            throw new WrongUseException("A field's rule needs a column, or a template.");
        }
        var time = format == null && zone == null ? null : TimeFormat.of(format, zone);
        return new FieldRule(template, values, otherwise, time, decimal);
    }

    private static char mark(String text) {
        if (!text.equals(".") && !text.equals(",")) {
            throw new WrongUseException("The decimal mark is \".\" or \",\", not \"%s\".".formatted(text));
        }
        return text.charAt(0);
    }
}
