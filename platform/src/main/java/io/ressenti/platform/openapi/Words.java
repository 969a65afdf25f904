package io.ressenti.platform.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * A service's words for its fields, in {@code openapi/words.properties}: {@code field} for the field of this name in every
 * schema, {@code Schema.field} for that one only, {@code Schema.required} for the fields that are always there, and {@code
 * Schema.nullable} for those that may be null in an answer. They serve classes that know no annotations, and fields that mean
 * the same everywhere; what an annotation says comes first.
 */
final class Words {

    private static final String FILE = "openapi/words.properties";
    private static final String REQUIRED = "required";
    private static final String NULLABLE = "nullable";
    private static final String EXAMPLE = ".example";

    private final Properties words;

    private Words(Properties words) {
        this.words = words;
    }

    /** The words of the service that is being built; a service may have none. */
    static Words read() {
        var words = new Properties();
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            if (file != null) {
                words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Words(words);
    }

    /** Gives {@code schema} its words. */
    void describe(String name, Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        refuseOrphans(name, properties);
        properties.forEach((field, property) -> {
            if (property.getDescription() == null) {
                property.setDescription(words.getProperty(name + "." + field, words.getProperty(field)));
            }
        });
        names(name, NULLABLE).forEach(field -> Schemas.allowNull(properties.get(field)));
        if (sayRequired(name)) {
            schema.setRequired(names(name, REQUIRED));
        }
    }

    /** Whether they say which of the schema's fields are always there; it may be none. */
    boolean sayRequired(String schema) {
        return words.containsKey(schema + "." + REQUIRED);
    }

    /** Gives {@code parameter} of an operation at {@code path} its words. */
    void describe(String path, Parameter parameter) {
        var name = parameter.getName();
        var qualified = segmentBefore(path, name) + "." + name;
        if (parameter.getDescription() == null) {
            parameter.setDescription(words.getProperty(qualified, words.getProperty(name)));
        }
        if (parameter.getExample() == null) {
            parameter.setExample(words.getProperty(qualified + EXAMPLE, words.getProperty(name + EXAMPLE)));
        }
    }

    private static String segmentBefore(String path, String parameter) {
        var segments = List.of(path.split("/"));
        var index = segments.indexOf("{" + parameter + "}");
        return index < 1 ? segments.getLast() : segments.get(index - 1);
    }

    private List<String> names(String schema, String list) {
        var names = words.getProperty(schema + "." + list, "").strip();
        return names.isEmpty() ? List.of() : List.of(names.split("\\s+"));
    }

    /** A field that was renamed must not leave its words behind. */
    private void refuseOrphans(String schema, Map<String, Schema> properties) {
        var prefix = schema + ".";
        List<String> fields = new ArrayList<>(names(schema, REQUIRED));
        fields.addAll(names(schema, NULLABLE));
        words.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .filter(field -> !field.equals(REQUIRED) && !field.equals(NULLABLE))
                .forEach(fields::add);
        fields.stream()
                .filter(field -> !properties.containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw new IllegalStateException(
                            FILE + " speaks of " + prefix + field + ", which is not in the API.");
                });
    }
}
