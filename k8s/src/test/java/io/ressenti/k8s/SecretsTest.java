package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Made by CloudNativePG, for its cluster. */
    private static final String BY_CLOUDNATIVE_PG = "postgresql-ca";

    /** Made by whatever keeps certificates. */
    private static final String OF_THE_INGRESS = "ressenti-tls";

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
    void externalSecretsMakesAllThatAnyComponentNamesButThoseOfOthers() throws IOException, InterruptedException {
        // Given
        var manifests = Manifests.with(Manifests.components().toArray(String[]::new));

        // When
        var made = manifests.ofKind("ExternalSecret").map(Manifests::name).collect(Collectors.toSet());

        // Then
        assertThat(named(manifests)).containsAll(BY_STRIMZI).contains(BY_CLOUDNATIVE_PG, OF_THE_INGRESS);
        made.addAll(BY_STRIMZI);
        made.add(BY_CLOUDNATIVE_PG);
        made.add(OF_THE_INGRESS);
        assertThat(made).isEqualTo(named(manifests));
    }

    @Test
    void externalSecretsSaysWhatStandsInEach() throws IOException, InterruptedException {
        // Given
        var readme = Files.readString(Path.of("components", "external-secrets", "README.md"));

        // When
        var made = Manifests.with("external-secrets").ofKind("ExternalSecret").map(Manifests::name);

        // Then
        assertThat(made.map(name -> name.replaceFirst("^[a-z]+-database", "<service>-database")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(readme).contains("`ressenti/" + name + "`"));
    }

    /** It is applied on its own, to where Keycloak is, and has the Secret that the console has. */
    @Test
    void theRealmNamesTheSecretOfTheConsole() throws IOException, InterruptedException {
        assertThat(named(Manifests.alone(Path.of("components", "keycloak", "realm"))))
                .containsExactly("console-oidc");
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
        return manifests.all().stream()
                .filter(manifest -> !manifest.path("kind").asText().equals("ExternalSecret"))
                .flatMap(manifest -> namesIn(manifest).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> namesIn(JsonNode manifest) {
        return namesIn("", manifest).toList();
    }

    private static Stream<String> namesIn(String field, JsonNode value) {
        if (field.equals("secretName")) {
            return Stream.of(value.asText());
        }
        if (namesASecret(field, value)) {
            return Stream.of(value.path("name").asText());
        }
        return value.isArray()
                ? Manifests.each(value).flatMap(element -> namesIn(field, element))
                : value.properties().stream().flatMap(entry -> namesIn(entry.getKey(), entry.getValue()));
    }

    /** Whatever an operator calls it: the name of something and a key in it, or a login as a whole. */
    private static boolean namesASecret(String field, JsonNode value) {
        return field.equals("passwordSecret")
                || !field.equals("configMapKeyRef") && value.has("name") && value.has("key");
    }
}
