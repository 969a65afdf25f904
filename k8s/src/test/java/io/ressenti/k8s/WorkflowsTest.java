package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
