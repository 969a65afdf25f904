package io.ressenti.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a service's OpenAPI document says that it does.
 *
 * @param path      with the names of parameters in braces
 * @param bodyTypes the media types that it takes; none: it takes no body
 * @param example   a body that it takes, JSON where it takes that; null where it takes none
 */
public record Operation(
        Part service, String method, String path, List<Field> fields, Set<String> bodyTypes, Example example) {

    private static final String JSON = "application/json";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** A body, as the document shows it. */
    public record Example(String type, JsonNode content) {

        /** The same with one field more; in its first item where it is a list. */
        public String with(String field) {
            var changed = content.deepCopy();
            ((ObjectNode) (changed.isArray() ? changed.get(0) : changed)).put(field, 1);
            return Json.write(changed);
        }

        /** As it is sent. */
        public String text() {
            return content.isTextual() ? content.asText() : Json.write(content);
        }
    }

    /**
     * A parameter in the path or in the query.
     *
     * @param example a value that it takes
     */
    public record Field(String name, boolean isInPath, String example) {}

    /** All that {@code service} describes. */
    public static List<Operation> of(Part service, RunningRessenti running) {
        var document = running.demoBrand()
                .at(running.urlOf(service))
                .get("/q/openapi?format=json")
                .json();
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        operations.add(read(
                                service, entry.getKey(), path.getKey(), path.getValue(), entry.getValue(), document));
                    }
                }));
        return operations;
    }

    private static Operation read(
            Part service, String method, String path, JsonNode item, JsonNode operation, JsonNode document) {
        var fields = Stream.concat(
                        item.path("parameters").valueStream(),
                        operation.path("parameters").valueStream())
                .map(parameter -> resolved(parameter, document))
                .filter(parameter -> !parameter.path("in").asText().equals("header"))
                .map(parameter -> new Field(
                        parameter.path("name").asText(),
                        parameter.path("in").asText().equals("path"),
                        parameter.path("example").asText()))
                .toList();
        var content = resolved(operation.path("requestBody"), document).path("content");
        var types = typesOf(content);
        return new Operation(
                service, method.toUpperCase(Locale.ROOT), path, fields, types, exampleOf(types, content, document));
    }

    private static JsonNode resolved(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> typesOf(JsonNode content) {
        Set<String> types = new TreeSet<>();
        content.fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The document names one for each type of body; that it does is tested where it is made. */
    private static Example exampleOf(Set<String> types, JsonNode content, JsonNode document) {
        if (types.isEmpty()) {
            return null;
        }
        var type = types.contains(JSON) ? JSON : types.iterator().next();
        var examples = content.path(type).path("examples");
        return new Example(type, resolved(examples.iterator().next(), document).required("value"));
    }

    /** The path with {@code value} for each parameter that stands in it. */
    public String pathWith(String value) {
        return path.replaceAll("\\{[^}]+}", value);
    }

    /** The path with {@code value}, percent-encoded already, for one parameter, and with their examples for others that stand in it. */
    public String pathWith(Field field, String value) {
        var others = fields.stream()
                .filter(other -> other.isInPath() && !other.equals(field))
                .reduce(path, (path, other) -> filledIn(path, other, other.example()), (one, same) -> same);
        return field.isInPath() ? filledIn(others, field, value) : others + "?" + field.name() + "=" + value;
    }

    private static String filledIn(String path, Field field, String value) {
        return path.replace("{" + field.name() + "}", value);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
