package io.ressenti.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void everyServiceHasItsOwnDatabaseAndNobodyElses() {
        assertThat(manifests.ofKind("Deployment")).allSatisfy(deployment -> {
            var database = Manifests.name(deployment).replace("-service", "-database");
            var environment = deployment.at("/spec/template/spec/containers/0/env");
            assertThat(environment.findValues("secretKeyRef"))
                    .extracting(secret -> secret.path("name").asText())
                    .hasSize(database.equals("console") ? 0 : 2)
                    .allMatch(database::equals);
            assertThat(environment.findValues("configMapKeyRef"))
                    .extracting(configured -> configured.path("key").asText())
                    .filteredOn(key -> key.endsWith("-database"))
                    .hasSize(database.equals("console") ? 0 : 1)
                    .allMatch(database::equals);
        });
    }

    /** What the code says of itself too: what it is called, and which variable its port comes from. */
    @Test
    void everyServiceIsTheOneThatItIsCalledAfter() {
        assertThat(manifests.ofKind("Deployment")).allSatisfy(deployment -> {
            var configuration = Files.readString(
                    Path.of("..", Manifests.name(deployment), "src", "main", "resources", "application.properties"));
            var container = deployment.at("/spec/template/spec/containers/0");
            var port = Manifests.each(container.path("env"))
                    .filter(variable -> variable.path("name").asText().equals("RESSENTI_PORT"))
                    .map(variable -> variable.path("value").asText());
            assertThat(configuration)
                    .contains("quarkus.application.name=" + Manifests.name(deployment) + "\n")
                    .contains("quarkus.http.port=${RESSENTI_PORT:");
            assertThat(port)
                    .containsExactly(container.at("/ports/0/containerPort").asText());
            assertThat(container.path("image").asText()).contains("/" + Manifests.name(deployment) + ":");
        });
    }

    /** Only readiness asks Kafka and PostgreSQL: a service must not be killed because they are away. */
    @Test
    void probesAskWhatTheyAreFor() {
        assertThat(manifests.containers()).allSatisfy(container -> {
            assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        });
    }
}
