package io.ressenti.k8s;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a component configures is an overlay's to set, in the way that k8s/README.md names. */
class OverlayValuesTest {

    @ParameterizedTest
    @CsvSource({
        "email, email, host, notification-service",
        "keycloak, single-sign-on, url, console",
        "opentelemetry-collector, opentelemetry-collector, OTLP_BACKEND, opentelemetry-collector",
        "strimzi, ressenti, kafka, scoring-service",
        "cloudnative-pg, ressenti, scoring-database, scoring-service"
    })
    void aPatchSetsWhatAComponentConfigures(String component, String configMap, String key, String reader)
            throws IOException, InterruptedException {
        // Given
        var patch = """
                patches:
                  - target: { kind: ConfigMap, name: %s }
                    patch: |
                      - { op: replace, path: /data/%s, value: set-by-the-overlay }
                """.formatted(configMap, key);

        // When
        var manifests = Manifests.patched(patch, component);

        // Then the pods read it, under a name that says that it has changed
        assertThat(manifests.ofKind("ConfigMap"))
                .filteredOn(found -> found.at("/data/" + key).asText().equals("set-by-the-overlay"))
                .singleElement()
                .satisfies(found -> {
                    assertThat(Manifests.name(found)).matches(configMap + "-[a-z0-9]{10}");
                    assertThat(manifests.the("Deployment", reader).toString()).contains(Manifests.name(found));
                    assertThat(Manifests.with(component)
                                    .the("Deployment", reader)
                                    .toString())
                            .doesNotContain(Manifests.name(found));
                });
    }
}
