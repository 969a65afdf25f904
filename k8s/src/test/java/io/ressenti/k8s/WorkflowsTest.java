package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads the workflows of a public forge, which can only be run there. */
class WorkflowsTest {

    private static final Path WORKFLOWS = Path.of("../.github/workflows");

    @ParameterizedTest
    @ValueSource(strings = {"ci.yml", "release.yml"})
    void actionsHaveAVersionAndJobsHardlyAnyRights(String name) throws IOException {
        // When
        var workflow = read(name);

        // Then
        var actions = jobs(workflow)
                .flatMap(job -> elements(job.path("steps")))
                .filter(step -> step.has("uses"))
                .map(step -> step.path("uses").asText());
        assertThat(actions).isNotEmpty().allMatch(action -> action.matches(".+@v\\d+\\.\\d+\\.\\d+"));
        assertThat(workflow.path("permissions").toString()).isEqualTo("{\"contents\":\"read\"}");
        assertThat(jobs(workflow)).allMatch(job -> job.path("timeout-minutes").asInt() > 0);
    }

    @Test
    void imagesOfAllThatIsDeployedAreReleased() throws IOException {
        // When
        var jobs = read("release.yml").path("jobs");

        // Then
        var deployed =
                List.of("touchpoint-service", "feedback-service", "scoring-service", "notification-service", "console");
        assertThat(services(jobs.path("image"))).isEqualTo(deployed);
        assertThat(services(jobs.path("publish"))).isEqualTo(deployed);
    }

    @Test
    void nothingIsPublishedThatWasNotTested() throws IOException {
        // When
        var jobs = read("release.yml").path("jobs");

        // Then
        assertThat(jobs.at("/image/needs")).map(JsonNode::asText).containsExactly("test", "native");
        assertThat(jobs.at("/publish/needs").asText()).isEqualTo("image");
        assertThat(jobs.at("/release/needs").asText()).isEqualTo("publish");
        assertThat(services(jobs.path("native"))).isEqualTo(services(jobs.path("image")));
        assertThat(runs(jobs.path("native"))).containsExactly("./ressenti native --test ${{ matrix.service }}");
    }

    @Test
    void anImageCarriesWhatItIsMadeOfAndWhereItComesFrom() throws IOException {
        // When
        var build = elements(read("release.yml").at("/jobs/image/steps"))
                .filter(step -> step.path("uses").asText().startsWith("docker/build-push-action@"))
                .map(step -> step.path("with"))
                .toList();

        // Then
        assertThat(build).hasSize(1);
        assertThat(build.getFirst().path("file").asText()).isEqualTo("docker/Dockerfile.native");
        assertThat(build.getFirst().path("build-args").asText()).isEqualTo("""
                SERVICE=${{ matrix.service }}
                VERSION=${{ steps.version.outputs.number }}
                REVISION=${{ github.sha }}
                """);
        assertThat(build.getFirst().path("provenance").asText()).isEqualTo("mode=max");
        assertThat(build.getFirst().path("sbom").asBoolean()).isTrue();
    }

    @Test
    void whatIsPublishedIsSigned() throws IOException {
        // When
        var publish = read("release.yml").at("/jobs/publish");

        // Then
        assertThat(publish.at("/permissions/id-token").asText()).isEqualTo("write");
        assertThat(runs(publish))
                .singleElement()
                .asString()
                .endsWith("cosign sign --yes --recursive \"$NAME@$digest\"\n");
    }

    /** The poms' version is what an image, its contents and the applications in it call themselves. */
    @ParameterizedTest
    @CsvSource({"v1.2.3, 1.2.3, true", "v1.2.3, 1.2.3-SNAPSHOT, false", "v1.2.3, 11.2.3, false", "v1.2.30, 1.2.3, false"
    })
    void aTagThatIsNotThePomsVersionIsRefused(String tag, String version, boolean taken, @TempDir Path folder)
            throws IOException, InterruptedException {
        // Given
        var pom = Files.readString(Path.of("../pom.xml"))
                .replaceFirst("<version>.*?</version>", "<version>" + version + "</version>");
        Files.writeString(folder.resolve("pom.xml"), pom);
        var script = elements(read("release.yml").at("/jobs/test/steps"))
                .filter(step -> step.path("name").asText().equals("Refuse a tag that is not the poms' version"))
                .map(step -> step.path("run").asText())
                .findFirst()
                .orElseThrow();
        var shell = new ProcessBuilder("bash", "-e", "-c", script).directory(folder.toFile());
        shell.environment().put("GITHUB_REF_NAME", tag);

        // When
        var code = shell.start().waitFor();

        // Then
        assertThat(code).isEqualTo(taken ? 0 : 1);
    }

    private static List<String> runs(JsonNode job) {
        return elements(job.path("steps"))
                .filter(step -> step.has("run"))
                .map(step -> step.path("run").asText())
                .toList();
    }

    private static JsonNode read(String name) throws IOException {
        return new YAMLMapper().readTree(WORKFLOWS.resolve(name).toFile());
    }

    private static Stream<JsonNode> jobs(JsonNode workflow) {
        return elements(workflow.path("jobs"));
    }

    private static List<String> services(JsonNode job) {
        return elements(job.path("strategy").path("matrix").path("service"))
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }
}
