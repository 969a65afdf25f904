package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A job for each database, with the release that then serves; what they do is tested in scoring-service (SeparateRolesIT). */
class MigrationsTest {

    private static Manifests manifests;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        manifests = Manifests.overlay("production");
    }

    @Test
    void everyDatabaseIsMigratedByTheReleaseThatServes() {
        assertThat(manifests.ofKind("Job")).hasSize(4).allSatisfy(job -> {
            var service = manifests.the("Deployment", Manifests.name(job).replace("-migration", "-service"));
            assertThat(container(job).path("image"))
                    .isEqualTo(container(service).path("image"));
            assertThat(environment(job).get("RESSENTI_DB"))
                    .isEqualTo(environment(service).get("RESSENTI_DB"));
        });
    }

    @Test
    void itRunsAsTheOwnerAndKnowsTheServicesRole() {
        assertThat(manifests.ofKind("Job")).allSatisfy(job -> {
            var service = manifests.the("Deployment", Manifests.name(job).replace("-migration", "-service"));
            assertThat(environment(job).get("RESSENTI_DB_APPLICATION").path("valueFrom"))
                    .isEqualTo(environment(service).get("RESSENTI_DB_USER").path("valueFrom"));
            assertThat(environment(job)
                            .get("RESSENTI_DB_USER")
                            .at("/valueFrom/secretKeyRef/name")
                            .asText())
                    .isEqualTo(Manifests.name(job).replace("-migration", "-database-owner"));
            assertThat(environment(job)
                            .get("QUARKUS_INIT_AND_EXIT")
                            .path("value")
                            .asText())
                    .isEqualTo("true");
        });
    }

    @Test
    void theServicesLookAndDoNotMigrate() {
        assertThat(manifests.ofKind("Deployment").filter(service -> Manifests.name(service)
                        .endsWith("-service")))
                .hasSize(4)
                .allSatisfy(service -> {
                    assertThat(environment(service)
                                    .get("QUARKUS_FLYWAY_MIGRATE_AT_START")
                                    .path("value")
                                    .asText())
                            .isEqualTo("false");
                    assertThat(environment(service)
                                    .get("QUARKUS_FLYWAY_VALIDATE_AT_START")
                                    .path("value")
                                    .asText())
                            .isEqualTo("true");
                });
    }

    private static Map<String, JsonNode> environment(JsonNode workload) {
        return Manifests.each(container(workload).path("env"))
                .collect(Collectors.toMap(variable -> variable.path("name").asText(), Function.identity()));
    }

    private static JsonNode container(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0");
    }
}
