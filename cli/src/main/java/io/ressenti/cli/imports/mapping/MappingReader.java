package io.ressenti.cli.imports.mapping;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.ressenti.cli.client.WrongUseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a mapping: a YAML document, then options that add to it or replace parts of it. */
public final class MappingReader {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final String SKIP_WHEN_EMPTY = "skipWhenEmpty";

    private final Map<EventField, FieldRule> rules = new LinkedHashMap<>();
    private final List<String> skipWhenEmpty = new ArrayList<>();

    /**
     * Adds a document: a field's name and where it comes from, per entry.
     *
     * @throws WrongUseException where it is not a mapping
     */
    public MappingReader document(String yaml) {
        var document = parsed(yaml);
        if (!document.isObject()) {
            throw new WrongUseException("A mapping is a YAML document of fields, as in \"customer: '{client}'\".");
        }
        document.properties().forEach(entry -> {
            switch (entry.getKey()) {
                case SKIP_WHEN_EMPTY -> entry.getValue().forEach(column -> skipWhenEmpty.add(column.asText()));
                case "measures", "attributes" ->
                    entry.getValue()
                            .properties()
                            .forEach(member -> rule(entry.getKey() + "." + member.getKey(), member.getValue()));
                default -> rule(entry.getKey(), entry.getValue());
            }
        });
        return this;
    }

    /**
     * Adds an option.
     *
     * @param field as in {@code measures.delayHours}
     * @param rule  a template, or {@code {column: …}} as in the document
     * @throws WrongUseException where it is not a rule
     */
    public MappingReader option(String field, String rule) {
        var isDocument = rule.matches("(?s)\\{\\s*(column|template)\\s*:.*}");
        rules.put(EventField.of(field), isDocument ? rule(parsed(rule)) : FieldRule.plain(Template.of(rule)));
        return this;
    }

    /** Leaves out rows in which a column is empty. */
    public MappingReader skipWhenEmpty(List<String> columns) {
        skipWhenEmpty.addAll(columns);
        return this;
    }

    public Mapping mapping() {
        return new Mapping(rules, skipWhenEmpty);
    }

    private void rule(String field, JsonNode rule) {
        rules.put(EventField.of(field), rule(rule));
    }

    private static FieldRule rule(JsonNode rule) {
        return rule.isObject() ? ruleOf(rule) : FieldRule.plain(Template.of(rule.asText()));
    }

    private static FieldRule ruleOf(JsonNode document) {
        var reading = new RuleDocument();
        document.properties().forEach(entry -> reading.set(entry.getKey(), entry.getValue()));
        return reading.rule();
    }

    private static JsonNode parsed(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new WrongUseException(
                    "The mapping is not YAML: %s (line %d). Texts that begin with { need quotes."
                            .formatted(e.getOriginalMessage(), e.getLocation().getLineNr()),
                    e);
        }
    }
}
