package io.ressenti.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What no build of an image shows, and a JVM that does not start does. */
class DockerfilesTest {

    private static final Path DOCKER = Path.of("..", "docker");

    /** The base image adds its own collector, unless this variable names one: the JVM takes no two. */
    @Test
    void theJvmIsGivenOneCollector() throws IOException {
        // When
        var dockerfile = Files.readString(DOCKER.resolve("Dockerfile.jvm"));

        // Then
        assertThat(dockerfile.split("-XX:\\+Use\\w+GC", -1)).hasSize(2);
        assertThat(dockerfile).containsPattern("(?m)^ENV GC_CONTAINER_OPTIONS=-XX:\\+Use\\w+GC$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.jvm", "Dockerfile.native"})
    void anImageSaysWhatItIs(String name) throws IOException {
        // Given
        var pom = Files.readString(Path.of("..", "pom.xml"));
        var version = pom.substring(pom.indexOf("<version>") + "<version>".length(), pom.indexOf("</version>"));

        // When
        var dockerfile = Files.readString(DOCKER.resolve(name));

        // Then
        assertThat(dockerfile).endsWith("""
                        ARG VERSION=%s
                        ARG REVISION=unknown
                        LABEL org.opencontainers.image.title="Ressenti ${SERVICE}" \\
                              org.opencontainers.image.description="Part of Ressenti, an open customer-experience platform" \\
                              org.opencontainers.image.vendor="The Ressenti project" \\
                              org.opencontainers.image.licenses="Apache-2.0" \\
                              org.opencontainers.image.version="${VERSION}" \\
                              org.opencontainers.image.revision="${REVISION}"
                        """.formatted(version));
        // What a stage does not name again is empty there.
        assertThat(dockerfile.substring(dockerfile.lastIndexOf("\nFROM "))).contains("\nARG SERVICE\n");
    }

    @Test
    void theHeapHasTheSameShareInBothForms() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("Dockerfile.jvm"))).contains("ENV JAVA_MAX_MEM_RATIO=34\n");
        assertThat(Files.readString(DOCKER.resolve("Dockerfile.native"))).contains("\"-XX:MaximumHeapSizePercent=34\"");
    }
}
