package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The operator's realm is the one of compose, which a real Keycloak reads in the end-to-end tests. */
class KeycloakTest {

    private static final Path REALM = Path.of("..", "docker", "keycloak", "ressenti-realm.json");

    private static Manifests manifests;
    private static Manifests realm;

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        manifests = Manifests.with("keycloak", "network-policies", "keycloak/egress", "front-door");
        realm = Manifests.alone(Path.of("components", "keycloak", "realm"));
    }

    @Test
    void theRealmIsThatOfCompose() throws IOException {
        // Given
        var compose = (ObjectNode) new ObjectMapper().readTree(REALM.toFile());
        compose.remove(List.of("users", "groups"));
        var client = (ObjectNode) compose.at("/clients/0");
        client.put("secret", "${CONSOLE_SECRET}");
        client.putArray("redirectUris").add("https://ressenti.example.com/login/sso/back");

        // Then
        assertThat((JsonNode) realmImport().at("/spec/realm")).isEqualTo(compose);
    }

    /** The secret that the console proves itself with is the one that its client gets. */
    @Test
    void consoleAndRealmShareASecret() {
        // When
        var placeholder = realmImport().at("/spec/placeholders/CONSOLE_SECRET/secret");

        // Then
        assertThat(variable("RESSENTI_OIDC_CLIENT_SECRET").at("/valueFrom/secretKeyRef"))
                .isEqualTo(placeholder);
    }

    /** Beside what it reaches anyway: the provider's address has this port. */
    @Test
    void theConsoleReachesTheProvider() {
        // Given
        var url = URI.create(manifests
                .ofKind("ConfigMap")
                .map(map -> map.at("/data/url").asText())
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElseThrow());

        // Then
        assertThat(url.getScheme()).isEqualTo("https");
        assertThat(manifests
                        .the("NetworkPolicy", "console-to-provider")
                        .at("/spec/egress")
                        .findValues("port"))
                .map(JsonNode::asInt)
                .containsExactly(url.getPort() == -1 ? 443 : url.getPort());
    }

    /** A policy that lets the console out to the provider, and no other, would cut it off from the services. */
    @Test
    void aloneItForbidsNothing() throws IOException, InterruptedException {
        assertThat(Manifests.with("keycloak").ofKind("NetworkPolicy")).isEmpty();
    }

    private static JsonNode realmImport() {
        return realm.the("KeycloakRealmImport", "ressenti");
    }

    private static JsonNode variable(String name) {
        return Manifests.each(manifests.the("Deployment", "console").at("/spec/template/spec/containers/0/env"))
                .filter(variable -> variable.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
