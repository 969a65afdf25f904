package io.ressenti.k8s;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Whatever is put together, each manifest is one that the Kubernetes API knows to the last field, and has a name of its own. */
class ManifestsTest {

    /** Each component alone, and all of them together. */
    static Stream<List<String>> combinations() throws IOException {
        var components = Manifests.components();
        return Stream.concat(
                Stream.of(List.of(), components), components.stream().map(List::of));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void areKnownToTheKubernetesApi(List<String> components) throws IOException, InterruptedException {
        assertKnown(Manifests.with(components.toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void areKnownToTheKubernetesApi(String overlay) throws IOException, InterruptedException {
        assertKnown(Manifests.overlay(overlay));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void haveNamesOfTheirOwnInOneNamespace(List<String> components) throws IOException, InterruptedException {
        assertNamed(Manifests.with(components.toArray(String[]::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void haveNamesOfTheirOwnInOneNamespace(String overlay) throws IOException, InterruptedException {
        assertNamed(Manifests.overlay(overlay));
    }

    @ParameterizedTest
    @CsvSource({
        "Deployment, /spec/template/spec",
        "Kafka, /spec/kafka",
        "KafkaTopic, /spec",
        "KafkaUser, /spec/authorization/acls/0",
        "HTTPRoute, /spec"
    })
    void anUnknownFieldIsFound(String kind, String in) throws IOException, InterruptedException {
        // Given
        var manifest = Manifests.with("strimzi", "front-door", "gateway-api")
                .ofKind(kind)
                .findFirst()
                .orElseThrow();
        ((ObjectNode) manifest.at(in)).put("replica", 2);

        // Then
        assertThatCode(() -> Schemas.validate(manifest)).hasMessageContaining("replica");
    }

    @Test
    void everyComponentSaysWhatItIsFor() throws IOException {
        assertThat(Manifests.components()).isNotEmpty().allSatisfy(component -> assertThat(
                        Files.readString(Path.of("components", component, "README.md")))
                .startsWith("# " + component));
    }

    @Test
    void theReadmeNamesEveryComponent() throws IOException {
        assertThat(Manifests.components()).allSatisfy(component -> assertThat(Files.readString(Path.of("README.md")))
                .contains("[" + component + "](components/" + component + "/README.md)"));
    }

    private static void assertKnown(Manifests manifests) {
        assertThat(manifests.all()).hasSizeGreaterThan(10).allSatisfy(manifest -> assertThatCode(
                        () -> Schemas.validate(manifest))
                .as(manifest.path("kind").asText() + " " + Manifests.name(manifest))
                .doesNotThrowAnyException());
    }

    private static void assertNamed(Manifests manifests) {
        assertThat(manifests.all())
                .extracting(manifest -> manifest.path("kind").asText() + "/" + Manifests.name(manifest))
                .doesNotHaveDuplicates();
        assertThat(manifests.all())
                .filteredOn(manifest -> !manifest.path("kind").asText().equals("Namespace"))
                .extracting(manifest -> manifest.at("/metadata/namespace").asText())
                .containsOnly("ressenti");
    }
}
