package io.ressenti.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas say what the records say, field by field and type by type, nested records included. */
class SchemasTest {

    static Stream<Contract> contracts() {
        return Contract.all();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theSchemaNamesItsEvent(Contract contract) {
        // When
        var schema = contract.schema();

        // Then
        assertThat(schema.get("title").textValue()).isEqualTo(contract.toString());
        assertThat(schema.get("$id").textValue()).isEqualTo("urn:ressenti:schema:" + contract + ".v1");
        assertThat(schema.get("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theSchemaDescribesTheRecord(Contract contract) {
        // Given
        var schema = contract.schema();

        // When, Then
        assertDescribes(schema, schema, contract.event());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void whatCannotBeAbsentInTheRecordIsRequired(Contract contract) {
        // Given
        var primitives = Stream.of(contract.event().getRecordComponents())
                .filter(component -> component.getType().isPrimitive())
                .map(RecordComponent::getName)
                .toList();

        // When
        var required = textsOf(contract.schema().get("required"));

        // Then
        assertThat(required).containsAll(primitives).contains("id", "source", "brand", "occurredAt");
    }

    @Test
    void aPartThatSeveralSchemasShareIsTheSameInAll() {
        // Given
        Map<String, JsonNode> parts = new HashMap<>();

        // When
        Contract.all()
                .flatMap(contract -> contract.schema().path("$defs").properties().stream())
                .forEach(part -> assertThat(parts.merge(part.getKey(), part.getValue(), (first, other) -> first))
                        .isEqualTo(part.getValue()));

        // Then
        assertThat(parts).containsOnlyKeys("Answer", "Cause", "DissatisfiedShare", "Flaw", "PromiseMeasured");
    }

    private static void assertDescribes(JsonNode root, JsonNode schema, Class<?> type) {
        var components = List.of(type.getRecordComponents());
        assertThat(schema.get("properties").properties().stream().map(Map.Entry::getKey))
                .as(type.getSimpleName())
                .containsExactlyElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        for (var component : components) {
            var property = schema.get("properties").get(component.getName());
            assertThat(property.path("description").textValue())
                    .as("description of %s.%s", type.getSimpleName(), component.getName())
                    .isNotBlank();
            assertDescribes(root, property, component.getGenericType());
        }
        assertThat(schema.path("additionalProperties").asBoolean(true))
                .as("schemas grow")
                .isTrue();
    }

    private static void assertDescribes(JsonNode root, JsonNode property, Type type) {
        if (type instanceof ParameterizedType generic) {
            var isList = generic.getRawType() == List.class;
            assertThat(property.get("type").textValue()).isEqualTo(isList ? "array" : "object");
            var of = Arrays.asList(generic.getActualTypeArguments()).getLast();
            assertDescribes(root, property.get(isList ? "items" : "additionalProperties"), of);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            assertThat(property.get("$ref").textValue()).isEqualTo("#/$defs/" + plain.getSimpleName());
            assertDescribes(root, root.get("$defs").get(plain.getSimpleName()), plain);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            assertThat(textsOf(property.get("enum"))).containsExactlyElementsOf(namesOf(plain));
        } else {
            assertThat(property.get("type").textValue()).as("%s", property).isEqualTo(jsonType(type));
            assertThat(property.has("format")).as("%s", property).isEqualTo(type == Instant.class);
        }
    }

    private static String jsonType(Type type) {
        return switch (type.getTypeName()) {
            case "java.lang.String", "java.time.Instant" -> "string";
            case "int", "long", "java.lang.Integer", "java.lang.Long" -> "integer";
            case "double", "java.lang.Double" -> "number";
            case "boolean" -> "boolean";
            default -> throw new IllegalArgumentException("no JSON type agreed for " + type.getTypeName());
        };
    }

    private static List<String> namesOf(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> Contract.JSON.convertValue(constant, String.class))
                .toList();
    }

    private static List<String> textsOf(JsonNode array) {
        return array.valueStream().map(JsonNode::textValue).toList();
    }
}
