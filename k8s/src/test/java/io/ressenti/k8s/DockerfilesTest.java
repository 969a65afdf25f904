package io.ressenti.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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

    @Test
    void theHeapHasTheSameShareInBothForms() throws IOException {
        assertThat(Files.readString(DOCKER.resolve("Dockerfile.jvm"))).contains("ENV JAVA_MAX_MEM_RATIO=34\n");
        assertThat(Files.readString(DOCKER.resolve("Dockerfile.native"))).contains("\"-XX:MaximumHeapSizePercent=34\"");
    }
}
