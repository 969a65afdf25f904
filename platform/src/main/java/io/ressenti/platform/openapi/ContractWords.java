package io.ressenti.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The words of the events' contracts for the parts of events that answers show as they are: an answer to a question, a promise
 * that was measured, a cause. What an event leaves out, an answer shows as null.
 */
final class ContractWords {

    private static final String CONTRACT = "schemas/SignalDissatisfied.v1.json";
    private static final JsonNode DEFINITIONS = read().path("$defs");

    private ContractWords() {}

    static void describe(String name, Schema schema) {
        var definition = DEFINITIONS.path(name);
        if (definition.isMissingNode() || schema.getProperties() == null) {
            return;
        }
        schema.setDescription(definition.path("description").asText());
        var required = StreamSupport.stream(definition.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        Map<String, Schema> properties = schema.getProperties();
        properties.forEach((field, property) -> {
            property.setDescription(
                    definition.at("/properties/" + field + "/description").asText());
            if (!required.contains(field)) {
                Schemas.allowNull(property);
            }
        });
    }

    private static JsonNode read() {
        try (var contract = Thread.currentThread().getContextClassLoader().getResourceAsStream(CONTRACT)) {
            return new ObjectMapper().readTree(contract);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
