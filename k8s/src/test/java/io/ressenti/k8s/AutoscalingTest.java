package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who scales what: each Deployment is scaled by one, and by what it really does. */
class AutoscalingTest {

    private static Manifests manifests;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        manifests = Manifests.with("horizontal-autoscaling", "keda");
    }

    @Test
    void everyDeploymentIsScaledByOne() {
        // When
        var scaled = Stream.concat(manifests.ofKind("HorizontalPodAutoscaler"), manifests.ofKind("ScaledObject"))
                .map(scaler -> scaler.at("/spec/scaleTargetRef/name").asText());

        // Then
        assertThat(scaled)
                .containsExactlyInAnyOrderElementsOf(
                        manifests.ofKind("Deployment").map(Manifests::name).toList());
    }

    @Test
    void howManyThereAreIsTheirBusinessAlone() {
        assertThat(manifests.ofKind("Deployment"))
                .allMatch(deployment -> !deployment.path("spec").has("replicas"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoring", "notification"})
    void lagIsThatOfTheChannelsThatAreConfigured(String service) throws IOException {
        // Given
        var configured = Channel.of(service).stream()
                .flatMap(channel -> channel.topics().stream().map(topic -> List.of(topic, channel.group())))
                .toList();

        // When
        var watched = Manifests.each(
                        manifests.the("ScaledObject", service + "-service").at("/spec/triggers"))
                .map(trigger -> trigger.path("metadata"))
                .map(kafka -> List.of(
                        kafka.path("topic").asText(),
                        kafka.path("consumerGroup").asText()));

        // Then
        assertThat(watched).containsExactlyInAnyOrderElementsOf(configured);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keda", "strimzi keda"})
    void theBrokersAreThoseOfTheConfigMap(String components) throws IOException, InterruptedException {
        // When
        var overlay = Manifests.with(components.split(" "));

        // Then
        var brokers = overlay.ofKind("ConfigMap").findFirst().orElseThrow().at("/data/kafka");
        assertThat(overlay.ofKind("ScaledObject").flatMap(scaled -> scaled.findValues("bootstrapServers").stream()))
                .hasSize(5)
                .containsOnly((JsonNode) brokers);
    }
}
