package io.ressenti.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every variable that a manifest sets is one that somebody reads: one that is misspelt would be ignored without a word. */
class EnvironmentTest {

    /** What ours read: docs/configuration.md, which is written from the code. Its keys are variables in another spelling. */
    private static final Path REFERENCE = Path.of("..", "docs", "configuration.md");

    private static final Pattern NAME = Pattern.compile("`([a-z0-9.-]+|[A-Z][A-Z0-9_]+)`");

    /** Of Quarkus, the collector and the containers of development. SeparateRolesIT and DatabaseTlsTest show what the first ones do. */
    private static final Set<String> OTHERS = Set.of(
            "QUARKUS_INIT_AND_EXIT",
            "QUARKUS_FLYWAY_CONNECT_RETRIES",
            "QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL",
            "QUARKUS_FLYWAY_MIGRATE_AT_START",
            "QUARKUS_FLYWAY_VALIDATE_AT_START",
            "QUARKUS_PROFILE",
            "QUARKUS_SHUTDOWN_DELAY",
            "QUARKUS_OTEL_SDK_DISABLED",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
            "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
            "OTLP_BACKEND",
            "POSTGRES_PASSWORD",
            "EXTRA_ARGS",
            "LOG_DIR",
            "KAFKA_HEAP_OPTS",
            "KAFKA_LOG4J_OPTS");

    static Stream<Manifests> everything() throws IOException, InterruptedException {
        return Stream.of(
                Manifests.with(Manifests.components().toArray(String[]::new)),
                Manifests.overlay("dev"),
                Manifests.overlay("production"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isRead(Manifests manifests) throws IOException {
        // Given
        var documented = NAME.matcher(Files.readString(REFERENCE))
                .results()
                .map(name -> asVariable(name.group(1)))
                .collect(Collectors.toSet());

        // When
        var set = manifests
                .workloads()
                .flatMap(workload -> workload.findValues("env").stream())
                .flatMap(Manifests::each)
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toSet());

        // Then
        assertThat(set)
                .hasSizeGreaterThan(10)
                .allMatch(variable ->
                        documented.contains(variable) || OTHERS.contains(variable) || isSettingOfKafka(variable));
    }

    /** KAFKA_SSL_TRUSTSTORE_TYPE is ssl.truststore.type to every client. */
    private static boolean isSettingOfKafka(String variable) {
        return variable.startsWith("KAFKA_")
                && ConsumerConfig.configNames()
                        .contains(variable.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'));
    }

    private static String asVariable(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
