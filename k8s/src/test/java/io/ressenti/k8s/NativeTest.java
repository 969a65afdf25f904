package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Native executables need half of the memory, and nothing else changes. */
class NativeTest {

    @Test
    void halvesTheMemoryOfWhatIsOurs() throws IOException, InterruptedException {
        // Given
        var before = limits(Manifests.with("front-door"));

        // When
        var after = limits(Manifests.with("front-door", "native"));

        // Then
        assertThat(before).containsEntry("scoring-service", "768Mi").doesNotContainValue("384Mi");
        assertThat(after)
                .containsExactlyInAnyOrderEntriesOf(before.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                limit -> limit.getValue().equals("768Mi") ? "384Mi" : limit.getValue())));
    }

    private static Map<String, String> limits(Manifests manifests) {
        return manifests.ofKind("Deployment").collect(Collectors.toMap(Manifests::name, NativeTest::limit));
    }

    private static String limit(JsonNode deployment) {
        return deployment
                .at("/spec/template/spec/containers/0/resources/limits/memory")
                .asText();
    }
}
