package io.ressenti.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
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
 */
public record Operation(Part service, String method, String path, List<Field> fields, Set<String> bodyTypes) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** A parameter in the path or in the query. */
    public record Field(String name, boolean isInPath) {}

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
                        parameter.path("in").asText().equals("path")))
                .toList();
        return new Operation(
                service,
                method.toUpperCase(Locale.ROOT),
                path,
                fields,
                typesOf(resolved(operation.path("requestBody"), document).path("content")));
    }

    private static JsonNode resolved(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> typesOf(JsonNode content) {
        Set<String> types = new TreeSet<>();
        content.fieldNames().forEachRemaining(types::add);
        return types;
    }

    /** The path with {@code value} for each parameter that stands in it. */
    public String pathWith(String value) {
        return path.replaceAll("\\{[^}]+}", value);
    }

    /** The path with {@code value}, percent-encoded already, for one parameter. */
    public String pathWith(Field field, String value) {
        return field.isInPath()
                ? path.replace("{" + field.name() + "}", value).replaceAll("\\{[^}]+}", "none")
                : pathWith("none") + "?" + field.name() + "=" + value;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
