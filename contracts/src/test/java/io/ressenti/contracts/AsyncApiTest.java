package io.ressenti.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The document that people and generators read says what the code does. */
class AsyncApiTest {

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        try (var content = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(content);
        }
    }

    @Test
    void everyTopicIsAChannel() {
        // When
        var addresses = document.get("channels")
                .valueStream()
                .map(channel -> channel.get("address").textValue())
                .toList();

        // Then
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @Test
    void everyEventIsAMessageWithItsSchemaItsExampleAndItsType() {
        // When
        var messages = document.get("components").get("messages");

        // Then
        assertThat(messages.properties().stream().map(Map.Entry::getKey).toList())
                .containsExactlyInAnyOrderElementsOf(
                        Contract.all().map(Contract::toString).toList());
        messages.properties().forEach(message -> {
            var name = message.getKey();
            assertThat(message.getValue().at("/payload/schema/$ref").textValue())
                    .isEqualTo("./schemas/" + name + ".v1.json");
            assertThat(message.getValue()
                            .at("/headers/properties/ce_type/const")
                            .textValue())
                    .isEqualTo("io.ressenti." + name + ".v1");
        });
    }

    @Test
    void everyMessageTravelsOnAChannel() {
        // When
        List<String> travelling = document.get("channels")
                .valueStream()
                .flatMap(channel -> channel.get("messages").valueStream())
                .map(message -> message.get("$ref").textValue())
                .toList();

        // Then
        assertThat(travelling)
                .containsExactlyInAnyOrderElementsOf(Contract.all()
                        .map(contract -> "#/components/messages/" + contract)
                        .toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        // When
        Stream<String> references = document.findValuesAsText("$ref").stream();

        // Then
        assertThat(references).allSatisfy(reference -> {
            var found = reference.startsWith("#")
                    ? !document.at(reference.substring(1)).isMissingNode()
                    : AsyncApiTest.class.getResource(reference.substring(1)) != null;
            assertThat(found).as(reference).isTrue();
        });
    }
}
