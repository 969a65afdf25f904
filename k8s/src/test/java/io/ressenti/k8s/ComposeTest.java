package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads {@code docker-compose.yml} without a Docker engine. */
class ComposeTest {

    private static final Path ROOT = Path.of("..");

    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        compose = new YAMLMapper().readTree(ROOT.resolve("docker-compose.yml").toFile());
    }

    @Test
    void everythingIsThere() {
        assertThat(compose.path("services").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "kafka",
                        "topics",
                        "postgresql",
                        "touchpoint-service",
                        "feedback-service",
                        "scoring-service",
                        "notification-service",
                        "console",
                        "front-door");
    }

    @Test
    void nothingListensBeyondThisMachine() {
        var ports = services()
                .flatMap(service -> StreamSupport.stream(service.path("ports").spliterator(), false))
                .map(JsonNode::asText);
        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void dependenciesExist() {
        var names = services()
                .flatMap(service -> StreamSupport.stream(
                        ((Iterable<String>) () -> service.path("depends_on").fieldNames()).spliterator(), false));
        assertThat(names).isNotEmpty().allMatch(name -> compose.path("services").has(name));
    }

    @Test
    void everyFileThatTheRepositoryMountsExists() {
        var mounted = services()
                .flatMap(service -> StreamSupport.stream(service.path("volumes").spliterator(), false))
                .map(volume -> volume.asText().split(":")[0])
                .filter(source -> source.startsWith("./docker/"));
        assertThat(mounted).isNotEmpty().allMatch(source -> Files.exists(ROOT.resolve(source)));
    }

    private static Stream<JsonNode> services() {
        return StreamSupport.stream(compose.path("services").spliterator(), false);
    }
}
