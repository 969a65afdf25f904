package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Manifests as kubectl renders them. */
record Manifests(List<JsonNode> all) {

    private static final Set<String> WORKLOADS = Set.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");
    private static final Path COMPONENTS = Path.of("components");

    private static final String OVERLAY = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources: [../../../base]
            components: [%s]
            """;

    static Manifests base() throws IOException, InterruptedException {
        return render(Path.of("base"));
    }

    /** The base and some components. */
    static Manifests with(String... components) throws IOException, InterruptedException {
        return render(overlay(folderOf(components), "", components));
    }

    /** The same in an overlay that says {@code more}. */
    static Manifests patched(String more, String... components) throws IOException, InterruptedException {
        return render(overlay(folderOf(components) + "-patched", more, components));
    }

    private static Path overlay(String name, String more, String... components) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "rendered", name));
        var listed = Stream.of(components).map("../../../components/"::concat).collect(Collectors.joining(", "));
        Files.writeString(folder.resolve("kustomization.yaml"), OVERLAY.formatted(listed) + more);
        return folder;
    }

    static Manifests overlay(String name) throws IOException, InterruptedException {
        return render(Path.of("overlays", name));
    }

    /** What is applied on its own. */
    static Manifests alone(Path folder) throws IOException, InterruptedException {
        return render(folder);
    }

    /** A name for each combination: all components' names together are longer than a file's may be. */
    private static String folderOf(String... components) {
        return components.length <= 3
                ? "base+" + String.join("+", components)
                : "base+" + components.length + "-"
                        + Integer.toHexString(List.of(components).hashCode());
    }

    /** The names of all components. */
    static List<String> components() throws IOException {
        try (var folders = Files.list(COMPONENTS)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    Stream<JsonNode> ofKind(String kind) {
        return all.stream().filter(manifest -> kind.equals(manifest.path("kind").asText()));
    }

    /** The containers of the services, one each. */
    Stream<JsonNode> containers() {
        return ofKind("Deployment").map(deployment -> deployment.at("/spec/template/spec/containers/0"));
    }

    /** Whatever makes pods. */
    Stream<JsonNode> workloads() {
        return all.stream()
                .filter(manifest -> WORKLOADS.contains(manifest.path("kind").asText()));
    }

    /** The one of that kind and name. */
    JsonNode the(String kind, String name) {
        return ofKind(kind)
                .filter(manifest -> name(manifest).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
    }

    /** The elements of a list, none where it is not there. */
    static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    private static Manifests render(Path folder) throws IOException, InterruptedException {
        assumeTrue(onPath("kubectl"), "kubectl is not on the PATH: the manifests are not rendered");
        var kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(kubectl.getInputStream())) {
            var manifests = new Manifests(documents.readAll());
            assertThat(kubectl.waitFor()).isZero();
            return manifests;
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
