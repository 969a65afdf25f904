package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every pod, whoever makes it: Pod Security "restricted" and more, resources, images that stay what they are, what it mounts. */
class PodsTest {

    private static final int DEFAULT_PROGRESS_DEADLINE = 600;

    static Stream<Manifests> everything() throws IOException, InterruptedException {
        return Stream.of(
                Manifests.with(Manifests.components().toArray(String[]::new)),
                Manifests.overlay("dev"),
                Manifests.overlay("production"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void meetTheRestrictedStandard(Manifests manifests) {
        assertThat(manifests.workloads()).hasSizeGreaterThan(5).allSatisfy(workload -> {
            var pod = pod(workload);
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(containers(pod)).isNotEmpty().allSatisfy(container -> {
                var security = container.path("securityContext");
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            });
        });
    }

    @ParameterizedTest
    @MethodSource("everything")
    void sayWhatTheyNeedAndTakeNoMoreMemory(Manifests manifests) {
        assertThat(manifests.workloads().flatMap(workload -> containers(pod(workload))))
                .allSatisfy(container -> {
                    assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
                    assertThat(container.at("/resources/requests/memory").asText())
                            .isNotEmpty();
                    assertThat(container.at("/resources/limits/memory").asText())
                            .isNotEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource("everything")
    void areGivenTheTimeThatTheyMayTakeToStart(Manifests manifests) {
        assertThat(manifests.ofKind("Deployment")).isNotEmpty().allSatisfy(deployment -> {
            var deadline = deployment.at("/spec/progressDeadlineSeconds").asInt(DEFAULT_PROGRESS_DEADLINE);
            assertThat(containers(pod(deployment)))
                    .extracting(container -> container
                                    .at("/startupProbe/periodSeconds")
                                    .asInt()
                            * container.at("/startupProbe/failureThreshold").asInt())
                    .allMatch(patience -> patience < deadline);
        });
    }

    @ParameterizedTest
    @MethodSource("everything")
    void runImagesOfOneVersion(Manifests manifests) {
        assertThat(manifests.workloads().flatMap(workload -> containers(pod(workload))))
                .extracting(container -> container.path("image").asText())
                .allMatch(image -> image.matches("[^:]+:\\d[^:]*"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void mountTheVolumesThatTheyHave(Manifests manifests) {
        assertThat(manifests.workloads()).allSatisfy(workload -> {
            var had = Stream.concat(
                            Manifests.each(pod(workload).path("volumes")),
                            Manifests.each(workload.at("/spec/volumeClaimTemplates"))
                                    .map(claim -> claim.path("metadata")))
                    .map(volume -> volume.path("name").asText())
                    .toList();
            var mounted = containers(pod(workload))
                    .flatMap(container -> Manifests.each(container.path("volumeMounts")))
                    .map(mount -> mount.path("name").asText())
                    .distinct()
                    .toList();
            assertThat(mounted).containsExactlyInAnyOrderElementsOf(had);
        });
    }

    /** What a manifest names and does not make stands in the README, or comes from another component. */
    @ParameterizedTest
    @MethodSource("everything")
    void findTheConfigMapsThatTheyName(Manifests manifests) {
        var made = manifests.ofKind("ConfigMap").map(Manifests::name).toList();
        var named = manifests
                .workloads()
                .flatMap(workload -> Stream.concat(
                        pod(workload).findValues("configMapKeyRef").stream(),
                        pod(workload).findValues("configMap").stream()))
                .map(reference -> reference.path("name").asText());
        assertThat(named).isNotEmpty().allMatch(made::contains);
    }

    private static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    private static Stream<JsonNode> containers(JsonNode pod) {
        return Stream.concat(Manifests.each(pod.path("initContainers")), Manifests.each(pod.path("containers")));
    }
}
