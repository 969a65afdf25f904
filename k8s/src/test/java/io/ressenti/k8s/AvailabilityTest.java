package io.ressenti.k8s;

import java.io.IOException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Components that keep services up while nodes come and go. */
class AvailabilityTest {

    @Test
    void everyDeploymentHasOneBudgetThatSelectsItsPods() throws IOException, InterruptedException {
        // When
        var manifests = Manifests.with("disruption-budgets");

        // Then
        var deployments = manifests.ofKind("Deployment").toList();
        assertThat(manifests.ofKind("PodDisruptionBudget")).hasSameSizeAs(deployments);
        assertThat(deployments).isNotEmpty().allSatisfy(deployment -> assertThat(
                        manifests.ofKind("PodDisruptionBudget").filter(budget -> budget.at("/spec/selector/matchLabels")
                                .equals(deployment.at("/spec/selector/matchLabels"))))
                .singleElement()
                .satisfies(budget -> {
                    assertThat(budget.at("/metadata/namespace")).isEqualTo(deployment.at("/metadata/namespace"));
                    assertThat(budget.at("/spec/maxUnavailable").asInt())
                            .isLessThan(deployment.at("/spec/replicas").asInt());
                }));
    }

    @Test
    void everyDeploymentIsSpreadOverZonesAndNodesForItself() throws IOException, InterruptedException {
        // When
        var manifests = Manifests.with("topology-spread");

        // Then
        assertThat(manifests.ofKind("Deployment")).hasSize(5).allSatisfy(deployment -> {
            var constraints = deployment.at("/spec/template/spec/topologySpreadConstraints");
            assertThat(constraints.findValuesAsText("topologyKey"))
                    .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
            assertThat(constraints).allSatisfy(constraint -> {
                assertThat(constraint.at("/labelSelector/matchLabels").properties())
                        .isSubsetOf(
                                deployment.at("/spec/template/metadata/labels").properties());
                assertThat(constraint.path("matchLabelKeys").get(0).asText()).isEqualTo("app.kubernetes.io/name");
            });
        });
    }
}
