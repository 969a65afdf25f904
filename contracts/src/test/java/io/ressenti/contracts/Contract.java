package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** What is agreed about one event: its record, its schema, its example. */
record Contract(Class<? extends Event> event) {

    /** As events are written and read on Kafka: absent values are left out, unknown fields are ignored. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    /** Every event there is: what the sealed hierarchy permits, so that none can be forgotten. */
    static Stream<Contract> all() {
        return leaves(Event.class).map(Contract::new);
    }

    JsonNode schema() {
        return read("/schemas/" + fileName());
    }

    JsonNode example() {
        return read("/examples/" + fileName());
    }

    /** What is wrong with {@code event} by the schema; empty where nothing is. */
    List<String> violations(JsonNode event) {
        return validator().validate(event).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    private JsonSchema validator() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema(), STRICT);
    }

    private String fileName() {
        return event.getSimpleName() + ".v1.json";
    }

    @Override
    public String toString() {
        return event.getSimpleName();
    }

    private static JsonNode read(String resource) {
        try (InputStream content = Contract.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<? extends Event>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(Contract::leaves)
                : Stream.of(type.asSubclass(Event.class));
    }
}
