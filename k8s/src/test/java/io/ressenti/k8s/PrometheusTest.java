package io.ressenti.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules and dashboards: Prometheus understands them, they ask for metrics that there are, and every alert is told what to do about. */
class PrometheusTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path RULES = Path.of("components", "prometheus-rules");
    private static final Path DASHBOARDS = Path.of("components", "grafana-dashboards", "dashboards");
    private static final Path UNIT_TESTS = Path.of("src", "test", "prometheus");
    private static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");
    private static final Path DOCUMENTATION = Path.of("..", "docs", "telemetry.md");

    private static final List<String> FILES = List.of("slo", "pipeline");
    private static final Pattern OUR_METRIC = Pattern.compile("\\bressenti_\\w+");
    private static final Pattern OUR_RECORD = Pattern.compile("\\bressenti:[\\w:]+");
    private static final Pattern METRIC_OF_OTHERS = Pattern.compile("\\b(http|jvm|kafka|kube|process|sql)_\\w+");
    private static final Pattern LAG = Pattern.compile("records_lag\\b([^)`]*)");
    private static final Pattern KUBECTL = Pattern.compile("kubectl [^`]+");
    private static final Pattern SUFFIX = Pattern.compile("_(bucket|count|sum|max)$");

    @TempDir
    private static Path directory;

    @BeforeAll
    static void extractRules() throws IOException {
        for (var file : FILES) {
            var rules = YAML.readTree(RULES.resolve(file + ".yaml").toFile());
            YAML.writeValue(directory.resolve(file + ".rules.yaml").toFile(), rules.path("spec"));
            var tests = file + ".test.yaml";
            Files.copy(UNIT_TESTS.resolve(tests), directory.resolve(tests), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void prometheusUnderstandsTheRules() throws IOException, InterruptedException {
        Promtool.accepts(directory, List.of("check", "rules", "slo.rules.yaml", "pipeline.rules.yaml"));
    }

    @Test
    void alertsFireWhenTheyShallAndNotOtherwise() throws IOException, InterruptedException {
        Promtool.accepts(directory, List.of("test", "rules", "slo.test.yaml", "pipeline.test.yaml"));
    }

    @Test
    void everyAlertHasATestInWhichItFires() throws IOException {
        // Given
        var tests = Files.readString(UNIT_TESTS.resolve("slo.test.yaml"))
                + Files.readString(UNIT_TESTS.resolve("pipeline.test.yaml"));

        // Then
        assertThat(alerts()).isNotEmpty().allSatisfy(alert -> assertThat(tests)
                .contains("{alertname=\"%s\", severity=\"%s\""
                        .formatted(
                                alert.path("alert").asText(),
                                alert.at("/labels/severity").asText())));
    }

    @Test
    void everyAlertHasARunbookAndEveryRunbookAnAlert() throws IOException {
        // When
        var alerts = new TreeSet<String>();
        alerts().forEach(alert -> alerts.add(alert.path("alert").asText()));

        // Then
        try (Stream<Path> files = Files.list(RUNBOOKS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .filter(name -> !name.equals("README")))
                    .containsExactlyInAnyOrderElementsOf(alerts);
        }
        assertThat(alerts()).allSatisfy(alert -> assertThat(
                        alert.at("/annotations/runbook_url").asText())
                .endsWith("/docs/runbooks/" + alert.path("alert").asText() + ".md"));
        var index = Files.readString(RUNBOOKS.resolve("README.md"));
        for (var alert : alerts) {
            assertThat(index).contains("(" + alert + ".md)");
            assertThat(Files.readString(RUNBOOKS.resolve(alert + ".md")))
                    .startsWith("# " + alert)
                    .contains("## Meaning", "## Impact", "## Diagnosis", "## Fix");
        }
    }

    /** As Grafana's variables mean nothing to Prometheus, an interval stands for that one. */
    @Test
    void prometheusUnderstandsTheDashboards() throws IOException, InterruptedException {
        // Given
        var rules = YAML.createArrayNode();
        dashboardExpressions().forEach(expression -> rules.addObject()
                .put("record", "dashboard:panel_" + rules.size())
                .put("expr", expression.replace("$__rate_interval", "5m")));
        ObjectNode group = YAML.createObjectNode().put("name", "dashboards");
        group.set("rules", rules);
        ObjectNode file = YAML.createObjectNode();
        file.putArray("groups").add(group);
        YAML.writeValue(directory.resolve("dashboards.rules.yaml").toFile(), file);

        // Then
        Promtool.accepts(directory, List.of("check", "rules", "dashboards.rules.yaml"));
    }

    @Test
    void everyMetricThatIsAskedForIsDocumented() throws IOException {
        // Given
        var documented = Files.readString(DOCUMENTATION);

        // When
        var asked = Stream.concat(rules().map(rule -> rule.path("expr").asText()), dashboardExpressions())
                .flatMap(expression -> OUR_METRIC.matcher(expression).results())
                .map(MatchResult::group)
                .map(name -> SUFFIX.matcher(name).replaceFirst(""))
                .distinct();

        // Then
        assertThat(asked).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(documented)
                .contains("| `" + name + "` |"));
    }

    @Test
    void everyMetricOfOthersThatIsAskedForIsNamedToo() throws IOException {
        // Given
        var documented = Files.readString(DOCUMENTATION);

        // When
        var asked = Stream.concat(rules().map(rule -> rule.path("expr").asText()), dashboardExpressions())
                .flatMap(expression -> METRIC_OF_OTHERS.matcher(expression).results())
                .map(MatchResult::group)
                .map(name -> SUFFIX.matcher(name).replaceFirst(""))
                .distinct();

        // Then
        assertThat(asked).hasSize(4).allSatisfy(name -> assertThat(documented).contains("`" + name + "{"));
    }

    /** Kafka's clients tell it under a topic's name, and again under one with underscores: a sum over both is twice what waits. */
    @Test
    void lagIsCountedOnce() throws IOException {
        // Given
        var expressions = Stream.of(
                rules().map(rule -> rule.path("expr").asText()), dashboardExpressions(), pages(RUNBOOKS).stream());

        // When
        var filters = expressions
                .flatMap(all -> all)
                .flatMap(text -> LAG.matcher(text).results())
                .map(lag -> lag.group(1));

        // Then
        assertThat(filters).hasSize(5).allMatch(filter -> filter.startsWith("{topic=~\"cx[.].*\""));
    }

    /** The namespace that a shell stands in is hardly ever that of Ressenti. */
    @Test
    void runbooksNameTheNamespace() throws IOException {
        // When
        var commands = pages(RUNBOOKS).stream()
                .flatMap(page -> KUBECTL.matcher(page).results())
                .map(MatchResult::group);

        // Then
        assertThat(commands).hasSizeGreaterThan(5).allMatch(command -> command.startsWith("kubectl -n ressenti "));
    }

    @Test
    void everyShareThatIsAskedForIsRecorded() throws IOException {
        // Given
        var recorded = rules().map(rule -> rule.path("record").asText()).toList();

        // When
        var asked = Stream.concat(alerts().map(rule -> rule.path("expr").asText()), dashboardExpressions())
                .flatMap(expression -> OUR_RECORD.matcher(expression).results())
                .map(MatchResult::group)
                .distinct();

        // Then
        assertThat(asked).isNotEmpty().allSatisfy(name -> assertThat(recorded).contains(name));
    }

    private static Stream<JsonNode> alerts() throws IOException {
        return rules().filter(rule -> rule.has("alert"));
    }

    private static Stream<JsonNode> rules() throws IOException {
        Stream<JsonNode> rules = Stream.empty();
        for (var file : FILES) {
            var spec = YAML.readTree(directory.resolve(file + ".rules.yaml").toFile());
            var groups = StreamSupport.stream(spec.path("groups").spliterator(), false);
            rules = Stream.concat(
                    rules,
                    groups.flatMap(
                            group -> StreamSupport.stream(group.path("rules").spliterator(), false)));
        }
        return rules;
    }

    private static List<String> pages(Path folder) throws IOException {
        var pages = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                pages.add(Files.readString(file));
            }
        }
        return pages;
    }

    private static Stream<String> dashboardExpressions() throws IOException {
        var json = new ObjectMapper();
        Stream<String> expressions = Stream.empty();
        try (var files = Files.list(DASHBOARDS)) {
            for (var file : files.sorted().toList()) {
                expressions =
                        Stream.concat(expressions, json.readTree(file.toFile()).findValuesAsText("expr").stream());
            }
        }
        return expressions;
    }
}
