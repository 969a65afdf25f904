package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Renders {@code k8s/base} with kubectl and checks what no schema checks: names, selectors and ports that must agree. */
class BaseTest {

    private static final List<String> SERVICES =
            List.of("console", "feedback-service", "notification-service", "scoring-service", "touchpoint-service");

    private static List<JsonNode> manifests;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        assumeTrue(onPath("kubectl"), "kubectl is not on the PATH: the manifests are not rendered");
        var kubectl = new ProcessBuilder("kubectl", "kustomize", "base")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(kubectl.getInputStream())) {
            manifests = documents.readAll();
        }
        assertThat(kubectl.waitFor()).isZero();
    }

    @Test
    void everyServiceHasOneDeploymentAndOneService() {
        assertThat(ofKind("Deployment").map(BaseTest::name).sorted()).isEqualTo(SERVICES);
        assertThat(ofKind("Service").map(BaseTest::name).sorted()).isEqualTo(SERVICES);
    }

    @Test
    void selectorsFindTheirPodsAndNobodyElses() {
        assertThat(ofKind("Deployment")).allSatisfy(deployment -> {
            var labels = deployment.at("/spec/template/metadata/labels");
            assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
            assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo(name(deployment));
        });
        assertThat(ofKind("Service")).allSatisfy(service -> assertThat(service.at("/spec/selector")
                        .path("app.kubernetes.io/name")
                        .asText())
                .isEqualTo(name(service)));
    }

    @Test
    void portNamesExist() {
        assertThat(ofKind("Service")).allSatisfy(service -> assertThat(
                        service.at("/spec/ports/0/targetPort").asText())
                .isEqualTo("http"));
        assertThat(containers()).allSatisfy(container -> {
            assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("http");
            }
        });
    }

    @Test
    void podsMeetTheRestrictedStandard() {
        assertThat(ofKind("Deployment")).allSatisfy(deployment -> {
            var pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        });
        assertThat(containers()).allSatisfy(container -> {
            var security = container.path("securityContext");
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        });
    }

    @Test
    void everyServiceHasItsOwnDatabaseAndNobodyElses() {
        var databases = containers()
                .flatMap(container ->
                        StreamSupport.stream(container.path("envFrom").spliterator(), false))
                .map(source -> source.at("/secretRef/name").asText())
                .sorted()
                .toList();
        assertThat(databases)
                .containsExactly(
                        "feedback-database", "notification-database", "scoring-database", "touchpoint-database");
    }

    @Test
    void everyVolumeThatIsMountedExists() {
        assertThat(ofKind("Deployment")).allSatisfy(deployment -> {
            var volumes = deployment.at("/spec/template/spec/volumes").findValuesAsText("name");
            var mounts = deployment
                    .at("/spec/template/spec/containers/0/volumeMounts")
                    .findValuesAsText("name");
            assertThat(volumes).containsExactlyInAnyOrderElementsOf(mounts);
        });
    }

    private static Stream<JsonNode> ofKind(String kind) {
        return manifests.stream()
                .filter(manifest -> kind.equals(manifest.path("kind").asText()));
    }

    private static Stream<JsonNode> containers() {
        return ofKind("Deployment").map(deployment -> deployment.at("/spec/template/spec/containers/0"));
    }

    private static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
