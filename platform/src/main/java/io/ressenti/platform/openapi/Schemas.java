package io.ressenti.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Says of schemas what the classes behind them cannot. */
final class Schemas {

    private static final String TIME = "Instant";
    private static final String PREFIX = "#/components/schemas/";

    private Schemas() {}

    /** A time is a plain date-time wherever it stands: a schema of its own would make generated clients wrap it. */
    static void inlineTime(Schema schema) {
        if ((PREFIX + TIME).equals(schema.getRef())) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat("date-time");
        }
    }

    /**
     * Says which fields are always there, and which may be null. In answers all fields are there, null or not, unless the schema
     * names those that are; in requests those that their classes demand, and null is as good as leaving a field out.
     */
    static void complete(OpenAPI document, Words words) {
        document.getComponents().removeSchema(TIME);
        var requested = References.fromRequests(document);
        document.getComponents().getSchemas().forEach((name, schema) -> {
            words.describe(name, schema);
            ContractWords.describe(name, schema);
            if (requested.contains(name)) {
                optionalMayBeNull(schema);
            } else if (!words.sayRequired(name)) {
                requireAll(schema);
            }
        });
    }

    /** Lets {@code property} be null as well. */
    static void allowNull(Schema property) {
        if (property.getRef() != null) {
            var value = OASFactory.createSchema().ref(property.getRef());
            property.setRef(null);
            property.setAnyOf(List.of(value, OASFactory.createSchema().type(List.of(SchemaType.NULL))));
        } else if (property.getType() != null && !property.getType().contains(SchemaType.NULL)) {
            property.setType(Stream.concat(property.getType().stream(), Stream.of(SchemaType.NULL))
                    .toList());
        }
    }

    private static void optionalMayBeNull(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            var required = Objects.requireNonNullElse(schema.getRequired(), List.of());
            properties.forEach((name, property) -> {
                if (!required.contains(name)) {
                    allowNull(property);
                }
            });
        }
    }

    private static void requireAll(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null && schema.getRequired() == null) {
            schema.setRequired(List.copyOf(properties.keySet()));
        }
    }

    /** The component that {@code ref} points at; null where there is no reference. */
    static String nameOf(String ref) {
        return ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1);
    }
}
