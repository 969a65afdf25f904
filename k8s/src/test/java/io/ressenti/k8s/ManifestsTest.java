package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Whatever is put together, each manifest is one that the Kubernetes API knows to the last field, and has a name of its own. */
class ManifestsTest {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";

    /** Each component alone, and all of them together. */
    static Stream<List<String>> combinations() throws IOException {
        var components = Manifests.components();
        return Stream.concat(
                Stream.of(List.of(), components), components.stream().map(List::of));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void areKnownToTheKubernetesApi(List<String> components) throws IOException, InterruptedException {
        // When
        var manifests = Manifests.with(components.toArray(String[]::new));

        // Then
        assertThat(manifests.all()).hasSizeGreaterThan(10).allSatisfy(manifest -> assertThatCode(
                        () -> validate(manifest))
                .as(manifest.path("kind").asText() + " " + Manifests.name(manifest))
                .doesNotThrowAnyException());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void haveNamesOfTheirOwnInOneNamespace(List<String> components) throws IOException, InterruptedException {
        // When
        var manifests = Manifests.with(components.toArray(String[]::new));

        // Then
        assertThat(manifests.all())
                .extracting(manifest -> manifest.path("kind").asText() + "/" + Manifests.name(manifest))
                .doesNotHaveDuplicates();
        assertThat(manifests.all())
                .filteredOn(manifest -> !manifest.path("kind").asText().equals("Namespace"))
                .extracting(manifest -> manifest.at("/metadata/namespace").asText())
                .containsOnly("ressenti");
    }

    @Test
    void anUnknownFieldIsFound() throws IOException, InterruptedException {
        // Given
        var deployment = Manifests.base().ofKind("Deployment").findFirst().orElseThrow();
        ((ObjectNode) deployment.at("/spec/template/spec")).put("replica", 2);

        // Then
        assertThatCode(() -> validate(deployment)).hasMessageContaining("replica");
    }

    @Test
    void everyComponentSaysWhatItIsFor() throws IOException {
        assertThat(Manifests.components()).isNotEmpty().allSatisfy(component -> assertThat(
                        Files.readString(Path.of("components", component, "README.md")))
                .startsWith("# " + component));
    }

    private static void validate(JsonNode manifest) throws Throwable {
        var version = manifest.path("apiVersion").asText().replaceFirst("^(.*/)?v", "V");
        var model = Class.forName(MODELS + version + manifest.path("kind").asText());
        MethodHandles.publicLookup()
                .findStatic(model, "validateJsonElement", MethodType.methodType(void.class, JsonElement.class))
                .invoke(JsonParser.parseString(manifest.toString()));
    }
}
