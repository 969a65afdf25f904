package io.ressenti.embedded.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** A document's schemas, as JSON Schema 2020-12: the language of schemas in OpenAPI 3.1. */
final class DocumentSchemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode components;

    DocumentSchemas(JsonNode document) {
        this.components = document.path("components");
    }

    /** Schemas that are none. */
    List<String> invalid() {
        var language = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012), STRICT);
        return Json.fields(components.path("schemas"))
                .flatMap(schema -> language.validate(schema.getValue()).stream()
                        .map(flaw -> schema.getKey() + ": " + flaw.getMessage()))
                .toList();
    }

    /** Why {@code schema} refuses some of {@code values}. */
    List<String> refusals(JsonNode schema, List<JsonNode> values) {
        var validator = validator(schema);
        return values.stream()
                .flatMap(value -> validator.validate(value).stream())
                .map(ValidationMessage::getMessage)
                .toList();
    }

    /** The schema in a document of its own that has the components where its references look for them. */
    private JsonSchema validator(JsonNode schema) {
        var document = JsonNodeFactory.instance.objectNode();
        document.putArray("allOf").add(schema);
        document.set("components", components);
        return FACTORY.getSchema(document, STRICT);
    }
}
