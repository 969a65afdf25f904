package io.ressenti.k8s;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Renders {@code k8s/base} with kubectl and checks what no schema checks: names, selectors and ports that must agree. */
class BaseTest {

    private static final List<String> SERVICES =
            List.of("console", "feedback-service", "notification-service", "scoring-service", "touchpoint-service");

    private static Manifests manifests;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        manifests = Manifests.base();
    }

    @Test
    void everyServiceHasOneDeploymentAndOneService() {
        assertThat(manifests.ofKind("Deployment").map(Manifests::name).sorted()).isEqualTo(SERVICES);
        assertThat(manifests.ofKind("Service").map(Manifests::name).sorted()).isEqualTo(SERVICES);
    }

    @Test
    void selectorsFindTheirPodsAndNobodyElses() {
        assertThat(manifests.ofKind("Deployment")).allSatisfy(deployment -> {
            var labels = deployment.at("/spec/template/metadata/labels");
            assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
            assertThat(labels.path("app.kubernetes.io/name").asText()).isEqualTo(Manifests.name(deployment));
        });
        assertThat(manifests.ofKind("Service")).allSatisfy(service -> assertThat(service.at("/spec/selector")
                        .path("app.kubernetes.io/name")
                        .asText())
                .isEqualTo(Manifests.name(service)));
    }

    @Test
    void portNamesExist() {
        assertThat(manifests.ofKind("Service")).allSatisfy(service -> assertThat(
                        service.at("/spec/ports/0/targetPort").asText())
                .isEqualTo("http"));
        assertThat(manifests.containers()).allSatisfy(container -> {
            assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
            for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("http");
            }
        });
    }

    @Test
    void podsMeetTheRestrictedStandard() {
        assertThat(manifests.ofKind("Deployment")).allSatisfy(deployment -> {
            var pod = deployment.at("/spec/template/spec");
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        });
        assertThat(manifests.containers()).allSatisfy(container -> {
            var security = container.path("securityContext");
            assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        });
    }

    @Test
    void everyServiceHasItsOwnDatabaseAndNobodyElses() {
        var databases = manifests
                .containers()
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
        assertThat(manifests.ofKind("Deployment")).allSatisfy(deployment -> {
            var volumes = deployment.at("/spec/template/spec/volumes").findValuesAsText("name");
            var mounts = deployment
                    .at("/spec/template/spec/containers/0/volumeMounts")
                    .findValuesAsText("name");
            assertThat(volumes).containsExactlyInAnyOrderElementsOf(mounts);
        });
    }
}
