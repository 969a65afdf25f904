package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics and rights on Kafka, held against the code and the channels that the services are configured with. */
class StrimziTest {

    /** What each publishes, besides the dead letters of what it consumes. touchpoint-service replays what was set aside, anywhere. */
    private static final Map<String, List<String>> PUBLISHED = Map.of(
            "touchpoint", Topics.ALL,
            "feedback", List.of(Topics.FEEDBACK),
            "scoring", List.of(Topics.SCORES, Topics.DISSATISFACTION),
            "notification", List.of(Topics.ALERTS));

    private static Manifests manifests;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        manifests = Manifests.with("strimzi");
    }

    @Test
    void everyTopicIsThere() {
        assertThat(manifests.ofKind("KafkaTopic").map(Manifests::name))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Topics.ALL.stream(), Topics.DEAD_LETTERS.stream())
                        .toList());
    }

    /** Partitions, retention and compaction as docker/kafka-create-topics.sh says. */
    @Test
    void topicsAreAsInCompose() throws IOException {
        // Given
        var script = Files.readString(Path.of("..", "docker", "kafka-create-topics.sh"));
        var compacted = Set.of(Topics.CATALOGUE, Topics.SCORES);
        assertThat(script).contains("for topic in cx.catalogue.v1 cx.scores.v1", "\"$topic\" 6", "\"$topic.dlq\" 1");

        // Then
        assertThat(manifests.ofKind("KafkaTopic")).allSatisfy(topic -> {
            var name = Manifests.name(topic);
            var ends = name.endsWith(".dlq") || name.equals(Topics.REJECTED);
            var config = topic.at("/spec/config");
            assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(name.endsWith(".dlq") ? 1 : 6);
            assertThat(config.path("cleanup.policy").asText("delete"))
                    .isEqualTo(compacted.contains(name) ? "compact" : "delete");
            assertThat(config.path("retention.ms").asLong())
                    .isEqualTo(ends ? 90L * 24 * 60 * 60 * 1000 : compacted.contains(name) ? 0 : -1);
        });
    }

    /** One broker may be away, and what was accepted stands on two. */
    @Test
    void whatIsAcceptedStandsOnTwoBrokers() {
        var brokers =
                manifests.the("KafkaNodePool", "brokers").at("/spec/replicas").asInt();
        assertThat(manifests.ofKind("KafkaTopic")).allSatisfy(topic -> {
            assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3).isLessThanOrEqualTo(brokers);
            assertThat(topic.at("/spec/config/min.insync.replicas").asInt()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"touchpoint", "feedback", "scoring", "notification"})
    void aServiceMayReadWhatItConsumesAndWriteWhatItPublishes(String service) throws IOException {
        // Given
        var channels = Channel.of(service);
        var consumed =
                channels.stream().flatMap(channel -> channel.topics().stream()).collect(Collectors.toSet());
        var published = new HashSet<>(PUBLISHED.get(service));
        consumed.stream()
                .map(Topics::deadLettersOf)
                .filter(Topics.DEAD_LETTERS::contains)
                .forEach(published::add);

        // When
        var rights = manifests.the("KafkaUser", service + "-kafka").at("/spec/authorization/acls");

        // Then
        assertThat(topicsWith(rights, "Read")).isEqualTo(consumed);
        assertThat(topicsWith(rights, "Write")).isEqualTo(published);
        assertThat(Manifests.each(rights)
                        .map(right -> right.path("resource"))
                        .filter(resource -> resource.path("type").asText().equals("group")))
                .singleElement()
                .satisfies(resource -> {
                    assertThat(resource.path("patternType").asText()).isEqualTo("prefix");
                    assertThat(channels).allMatch(channel -> channel.group()
                            .startsWith(resource.path("name").asText()));
                });
    }

    @Test
    void theServicesShowTheCertificatesThatTheirUsersHave() {
        assertThat(manifests.ofKind("Deployment").filter(deployment -> !Manifests.name(deployment)
                        .equals("console")))
                .hasSize(4)
                .allSatisfy(deployment -> {
                    var user = Manifests.name(deployment).replace("-service", "-kafka");
                    assertThat(manifests.the("KafkaUser", user)).isNotNull();
                    assertThat(deployment.findValuesAsText("secretName")).contains(user, "kafka-cluster-ca-cert");
                });
    }

    /** The address in the ConfigMap is the one that the operator gives the cluster's listener. */
    @Test
    void theServicesKnowTheBrokers() {
        // Given
        var kafka = manifests.ofKind("Kafka").findFirst().orElseThrow();

        // Then
        assertThat(manifests.ofKind("ConfigMap"))
                .anySatisfy(map -> assertThat(map.at("/data/kafka").asText())
                        .isEqualTo("%s-kafka-bootstrap.%s.svc:%d"
                                .formatted(
                                        Manifests.name(kafka),
                                        kafka.at("/metadata/namespace").asText(),
                                        kafka.at("/spec/kafka/listeners/0/port").asInt())));
    }

    private static Set<String> topicsWith(JsonNode rights, String operation) {
        return Manifests.each(rights)
                .filter(right -> right.at("/resource/type").asText().equals("topic"))
                .filter(right -> Manifests.each(right.path("operations"))
                        .anyMatch(granted -> granted.asText().equals(operation)))
                .map(right -> right.at("/resource/name").asText())
                .collect(Collectors.toSet());
    }
}
