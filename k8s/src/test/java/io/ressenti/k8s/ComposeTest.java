package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Reads {@code docker-compose.yml} without a Docker engine. */
class ComposeTest {

    private static final Path ROOT = Path.of("..");
    private static final Path FILE = ROOT.resolve("docker-compose.yml");
    private static final Set<String> OURS =
            Set.of("touchpoint-service", "feedback-service", "scoring-service", "notification-service", "console");

    private static JsonNode compose;

    /** With anchors and merges resolved, as compose sees it. */
    @BeforeAll
    static void read() throws IOException {
        compose = new ObjectMapper().valueToTree(new Yaml().load(Files.readString(FILE)));
    }

    @Test
    void everythingIsThere() {
        assertThat(services().keySet())
                .containsExactlyInAnyOrder(
                        "kafka",
                        "topics",
                        "postgresql",
                        "keycloak",
                        "touchpoint-service",
                        "feedback-service",
                        "scoring-service",
                        "notification-service",
                        "console",
                        "mail",
                        "front-door",
                        "prometheus",
                        "tempo",
                        "grafana");
    }

    @Test
    void nothingListensBeyondThisMachine() {
        assertThat(texts("ports")).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    void whatIsNamedExists() {
        // Given
        var named = services().values().stream().flatMap(service -> names(service.path("depends_on")));
        var secrets = texts("secrets");

        // When
        var mounted = texts("volumes").map(volume -> volume.split(":")[0]).filter(source -> source.startsWith("./"));

        // Then
        assertThat(named).isNotEmpty().isSubsetOf(services().keySet());
        assertThat(secrets)
                .isNotEmpty()
                .isSubsetOf(names(compose.path("secrets")).toList());
        assertThat(mounted).isNotEmpty().allMatch(source -> Files.exists(ROOT.resolve(source)));
    }

    @Test
    void imagesOfOthersHaveAVersion() {
        assertThat(services().entrySet().stream().filter(service -> !OURS.contains(service.getKey())))
                .allSatisfy(
                        service -> assertThat(service.getValue().path("image").asText())
                                .as(service.getKey())
                                .matches(".+:v?\\d+\\.\\d+(\\.\\d+)?"));
    }

    @Test
    void everyContainerIsBounded() {
        assertThat(services()).allSatisfy((name, service) -> {
            assertThat(service.path("mem_limit").asText()).as(name).isNotEmpty();
            assertThat(service.path("pids_limit").asInt()).as(name).isPositive();
            assertThat(service.path("logging").path("options").path("max-size").asText())
                    .as(name)
                    .isNotEmpty();
            assertThat(service.path("security_opt").toString()).as(name).contains("no-new-privileges:true");
        });
    }

    @Test
    void ourOwnHoldNoPrivilegesAndSayHowTheyAre() {
        assertThat(services().entrySet().stream().filter(service -> OURS.contains(service.getKey())))
                .hasSize(OURS.size())
                .allSatisfy(service -> {
                    assertThat(service.getValue().path("read_only").asBoolean())
                            .as(service.getKey())
                            .isTrue();
                    assertThat(service.getValue().path("cap_drop").toString())
                            .as(service.getKey())
                            .isEqualTo("[\"ALL\"]");
                    assertThat(service.getValue()
                                    .path("healthcheck")
                                    .path("test")
                                    .toString())
                            .as(service.getKey())
                            .contains("/q/health/ready");
                });
    }

    /** Where the service looks for it; nobody else does, and nobody waits for it. */
    @Test
    void notificationsMailToTheCatcherAndStartWithoutIt() {
        // Given
        var notifications = services().get("notification-service");

        // When
        var knowing = services().entrySet().stream()
                .filter(service -> service.getValue().path("environment").has("RESSENTI_SMTP_HOST"))
                .map(Map.Entry::getKey);

        // Then
        assertThat(knowing).containsExactly("notification-service");
        assertThat(notifications.at("/environment/RESSENTI_SMTP_HOST").asText()).isEqualTo("mail");
        assertThat(services().values())
                .noneMatch(service -> service.path("depends_on").has("mail"));
        assertThat(services().get("mail").path("ports")).map(JsonNode::asText).containsExactly("127.0.0.1:8025:8025");
        assertThat(services().get("mail").path("read_only").asBoolean()).isTrue();
        assertThat(services().get("mail").path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
    }

    /** The way back is made from the address that somebody has typed: by name or by number, it is the front door that is published. */
    @Test
    void keycloakLeadsBackToTheFrontDoor() throws IOException {
        // Given
        var realm = new ObjectMapper()
                .readTree(ROOT.resolve("docker/keycloak/ressenti-realm.json").toFile());
        var published = services().get("front-door").path("ports");

        // When
        var back = realm.path("clients").path(0).path("redirectUris");

        // Then
        assertThat(published).map(JsonNode::asText).containsExactly("127.0.0.1:8080:8080");
        assertThat(back)
                .map(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "http://localhost:8080/login/sso/back", "http://127.0.0.1:8080/login/sso/back");
    }

    /** Their text is held against the cluster's by the documentation's tests. */
    @Test
    void prometheusReadsItsConfigurationAndTheRules(@TempDir Path folder) throws Exception {
        // Given
        var observability = ROOT.resolve("docker/observability");
        var key = Files.createFile(folder.resolve("api-key"));
        var configuration = Files.readString(observability.resolve("prometheus.yml"));
        Files.writeString(
                folder.resolve("prometheus.yml"), configuration.replace("/run/secrets/api-key", key.toString()));
        Files.createDirectory(folder.resolve("rules"));
        for (var file : List.of("slo.yaml", "pipeline.yaml")) {
            Files.copy(
                    observability.resolve("rules").resolve(file),
                    folder.resolve("rules").resolve(file));
        }

        // When
        var mounted = services().get("prometheus").path("volumes");

        // Then
        assertThat(mounted)
                .map(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "./docker/observability/prometheus.yml:/etc/prometheus/prometheus.yml:ro",
                        "./docker/observability/rules:/etc/prometheus/rules:ro");
        assertThat(new YAMLMapper().readTree(configuration).path("rule_files"))
                .map(JsonNode::asText)
                .containsExactly("rules/slo.yaml", "rules/pipeline.yaml");
        Promtool.accepts(folder, List.of("check", "config", "prometheus.yml"));
    }

    @Test
    void composeItselfReadsIt() throws Exception {
        // Given
        assumeTrue(run("docker", "compose", "version") == 0, "docker compose is not installed");

        // When
        var code = run("docker", "compose", "--profile", "observability", "-f", FILE.toString(), "config", "-q");

        // Then
        assertThat(code).isZero();
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            // There is no docker on the path.
            return 127;
        }
    }

    private static Map<String, JsonNode> services() {
        return names(compose.path("services"))
                .collect(Collectors.toMap(
                        name -> name, name -> compose.path("services").path(name), (a, b) -> a, TreeMap::new));
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey);
    }

    private static Stream<String> texts(String field) {
        return services().values().stream()
                .flatMap(service -> StreamSupport.stream(service.path(field).spliterator(), false))
                .map(JsonNode::asText);
    }
}
