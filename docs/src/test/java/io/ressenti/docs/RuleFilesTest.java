package io.ressenti.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Compose's Prometheus has the rules of the cluster's, as plain files. {@code ./ressenti docs} writes them anew. */
class RuleFilesTest {

    private static final Path RESOURCES = Project.ROOT.resolve("k8s/components/prometheus-rules");
    private static final Path FILES = Project.ROOT.resolve("docker/observability/rules");

    @ParameterizedTest
    @ValueSource(strings = {"slo.yaml", "pipeline.yaml"})
    void areThoseOfTheCluster(String name) throws IOException {
        // Given
        var file = FILES.resolve(name);

        // When
        var fresh = "# The rules of k8s/components/prometheus-rules/" + name + ": written by ./ressenti docs.\n"
                + specOf(RESOURCES.resolve(name));

        // Then
        if (Boolean.getBoolean("ressenti.docs.write")) {
            Files.writeString(file, fresh);
            return;
        }
        assertThat(Project.read(file))
                .as("%s is not what the cluster has. Write it anew with ./ressenti docs, and commit it.", name)
                .isEqualTo(fresh);
    }

    /** What stands under {@code spec}, the last key of the resource, comments included. */
    private static String specOf(Path resource) {
        return Project.read(resource)
                .lines()
                .dropWhile(line -> !line.equals("spec:"))
                .skip(1)
                .map(line -> line.replaceFirst("^  ", "") + "\n")
                .collect(Collectors.joining());
    }
}
