package io.ressenti.cli.imports.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ressenti.cli.csv.StrictText;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The lines of an NDJSON file: events, or rows where there is a mapping. A file of rejected rows that this command wrote is
 * one too: what was rejected is taken out of its wrapping.
 */
final class NdjsonItems implements Items {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final String name;
    private final BufferedReader text;
    private final boolean mapped;
    private long line;
    private String next;

    /** @param mapped whether its lines are rows with columns of their own */
    NdjsonItems(String name, BufferedReader text, boolean mapped) {
        this.name = name;
        this.text = text;
        this.mapped = mapped;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null || next.isBlank()) {
                next = text.readLine();
                line++;
                if (next == null) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw StrictText.unreadable(name, line, e);
        }
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var json = next;
        next = null;
        return item(json);
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private Item item(String json) {
        try {
            if (!(MAPPER.readTree(json) instanceof ObjectNode object)) {
                return new Item.Unreadable(line, json, "The line is not a JSON object.");
            }
            if (!StandardCharsets.UTF_8.newEncoder().canEncode(object.toString())) {
                return new Item.Unreadable(line, json, "The line holds one half of a surrogate pair.");
            }
            return isRejected(object) ? unwrapped(object) : item(object);
        } catch (JsonProcessingException e) {
            return new Item.Unreadable(line, json, "The line is not JSON: " + e.getOriginalMessage());
        }
    }

    /** A row of somebody's own may have a column "problem" too: with a text in it. */
    private static boolean isRejected(ObjectNode object) {
        return object.path("problem").isObject() && object.path("line").isIntegralNumber();
    }

    private Item item(ObjectNode object) {
        return mapped ? new Item.Row(line, columns(object)) : new Item.Event(line, object);
    }

    private Item unwrapped(ObjectNode rejected) {
        if (rejected.get("event") instanceof ObjectNode event) {
            return new Item.Event(line, event);
        }
        if (rejected.get("row") instanceof ObjectNode row) {
            return new Item.Row(line, columns(row));
        }
        return rejected.path("text").isTextual() ? item(rejected.get("text").asText()) : item(rejected);
    }

    /** Members of members are columns with a dot in their names. */
    private static Map<String, String> columns(ObjectNode object) {
        Map<String, String> columns = new LinkedHashMap<>();
        object.properties().forEach(member -> addColumn(columns, member.getKey(), member.getValue()));
        return columns;
    }

    private static void addColumn(Map<String, String> columns, String name, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(member -> addColumn(columns, name + "." + member.getKey(), member.getValue()));
        } else if (!value.isNull()) {
            var text = value.isValueNode() ? value.asText().strip() : value.toString();
            if (!text.isEmpty()) {
                columns.put(name, text);
            }
        }
    }
}
