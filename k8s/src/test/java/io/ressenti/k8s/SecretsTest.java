package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Secrets: none are in the manifests but those of development, and those that are named are made by somebody. */
class SecretsTest {

    /** Made by the operator, for its cluster and for each of its users. */
    private static final Set<String> BY_STRIMZI = Set.of(
            "kafka-cluster-ca-cert", "touchpoint-kafka", "feedback-kafka", "scoring-kafka", "notification-kafka");

    @Test
    void productionHasNone() throws IOException, InterruptedException {
        assertThat(Manifests.overlay("production").ofKind("Secret")).isEmpty();
    }

    @Test
    void developmentHasAllThatItNames() throws IOException, InterruptedException {
        // When
        var manifests = Manifests.overlay("dev");

        // Then
        assertThat(manifests.ofKind("Secret").map(Manifests::name).collect(Collectors.toSet()))
                .isEqualTo(named(manifests));
    }

    @Test
    void externalSecretsMakesAllButThoseOfKafka() throws IOException, InterruptedException {
        // Given
        var manifests = Manifests.with("external-secrets", "migrations", "rebuilds", "kafka-tls", "email");

        // When
        var made = manifests.ofKind("ExternalSecret").map(Manifests::name).collect(Collectors.toSet());

        // Then
        assertThat(named(manifests)).containsAll(BY_STRIMZI);
        made.addAll(BY_STRIMZI);
        assertThat(made).isEqualTo(named(manifests));
    }

    @Test
    void aServiceDoesNotKnowTheOwnerOfItsTables() throws IOException, InterruptedException {
        assertThat(Manifests.overlay("production").ofKind("Deployment"))
                .hasSize(6)
                .flatExtracting(SecretsTest::namesIn)
                .isNotEmpty()
                .noneMatch(secret -> secret.endsWith("-owner"));
    }

    private static Set<String> named(Manifests manifests) {
        return manifests
                .workloads()
                .flatMap(workload -> namesIn(workload).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> namesIn(JsonNode workload) {
        return Stream.concat(
                        workload.findValues("secretKeyRef").stream().map(reference -> reference.path("name")),
                        workload.findValues("secret").stream().map(volume -> volume.path("secretName")))
                .map(JsonNode::asText)
                .toList();
    }
}
