package io.ressenti.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds docs/configuration.md against the code. {@code ./ressenti docs} writes its tables of keys anew. */
class ConfigurationTest {

    private static final String PAGE = "configuration.md";
    private static final Pattern VARIABLE = Pattern.compile("\\bRESSENTI_[A-Z][A-Z_]*[A-Z]\\b");

    @Test
    void keysAreThoseOfTheCode() {
        // Given
        var page = Page.of(PAGE);

        // When
        var fresh = page.with("keys", KeysTable.markdown());

        // Then
        if (Boolean.getBoolean("ressenti.docs.write")) {
            fresh.write();
            return;
        }
        assertThat(changes(page.text(), fresh.text()))
                .as(
                        "docs/configuration.md is not what the code says. Write it anew with ./ressenti docs, and commit it.")
                .isEmpty();
        assertThat(page.text().equals(fresh.text()))
                .as("Its tables stand in another order.")
                .isTrue();
    }

    @Test
    void variablesAreThoseThatTheServicesRead() {
        // Given
        var expected = new TreeMap<String, String>();
        variables().forEach((name, readers) -> expected.put(name, row(readers)));

        // When
        var documented = Page.of(PAGE).table("## Environment variables").stream()
                .collect(Collectors.toMap(row -> bare(row.getFirst()), row -> row.get(1) + " | " + row.get(2)));

        // Then
        assertThat(documented).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void technicalKeysStandAsTheServicesSetThem() {
        // Given
        var set = PropertiesFile.read(Project.PLATFORM_PROPERTIES);

        // When
        var documented = Page.of(PAGE).table("## Technical keys").stream()
                .filter(row -> !row.get(1).equals("unset"))
                .collect(Collectors.toMap(row -> bare(row.getFirst()), row -> bare(row.get(1))));

        // Then
        assertThat(documented).isNotEmpty();
        assertThat(set).containsAllEntriesOf(documented);
    }

    /** A variable that nobody reads is a manifest or a page that promises what does not happen. */
    @Test
    void variablesThatManifestsAndPagesNameExist() {
        // Given
        var known = new TreeSet<>(variables().keySet());
        keys().map(ConfigKey::variable).forEach(known::add);
        known.addAll(found(Project.ROOT.resolve("ressenti"), VARIABLE));
        known.addAll(found(Project.ROOT.resolve("docker-compose.yml"), Pattern.compile("(?<=\\$\\{)RESSENTI_\\w+")));
        Project.files(".java")
                .forEach(file -> known.addAll(found(file, Pattern.compile("(?<=getenv\\(\")RESSENTI_\\w+"))));

        // When
        var named = Project.files(".md", ".yaml", ".yml", "Dockerfile.jvm", "Dockerfile.native").stream()
                .flatMap(file -> found(file, VARIABLE).stream()
                        .filter(name -> !known.contains(name))
                        .map(name -> Project.ROOT.relativize(file) + ": " + name));

        // Then
        assertThat(named).isEmpty();
    }

    private static List<String> changes(String committed, String fresh) {
        var before = committed.lines().toList();
        var now = fresh.lines().toList();
        return Stream.concat(
                        before.stream().filter(line -> !now.contains(line)).map("- "::concat),
                        now.stream().filter(line -> !before.contains(line)).map("+ "::concat))
                .toList();
    }

    private static Stream<ConfigKey> keys() {
        return Stream.concat(Stream.of(Project.PLATFORM), Project.deployed().stream())
                .flatMap(module -> ConfigMappings.of(module).stream())
                .flatMap(group -> group.keys().stream());
    }

    /** Each variable, and what each reader takes where it is not set. */
    private static Map<String, Map<String, Optional<String>>> variables() {
        var readers = new TreeMap<String, Map<String, Optional<String>>>();
        Project.deployed().forEach(module -> Variable.in(Project.properties(module))
                .forEach(variable -> readers.computeIfAbsent(variable.name(), name -> new TreeMap<>())
                        .put(module.getFileName().toString(), variable.defaultValue())));
        Project.services().forEach(module -> Variable.in(Project.PLATFORM_PROPERTIES)
                .forEach(variable -> readers.computeIfAbsent(variable.name(), name -> new TreeMap<>())
                        .put(module.getFileName().toString(), variable.defaultValue())));
        return readers;
    }

    /** Who reads it, and what holds where it is not set. */
    private static String row(Map<String, Optional<String>> readers) {
        var defaults = Set.copyOf(readers.values());
        var fallback = defaults.size() > 1
                ? "each its own"
                : defaults.iterator()
                        .next()
                        .map(text -> text.isEmpty() ? "none" : "`" + text + "`")
                        .orElse("**must be set**");
        return who(readers.keySet()) + " | " + fallback;
    }

    private static String who(Set<String> readers) {
        if (readers.equals(names(Project.deployed()))) {
            return "all";
        }
        return readers.equals(names(Project.services())) ? "services" : String.join(", ", readers);
    }

    private static Set<String> names(List<Path> modules) {
        return modules.stream().map(module -> module.getFileName().toString()).collect(Collectors.toSet());
    }

    private static Set<String> found(Path file, Pattern pattern) {
        return pattern.matcher(Project.read(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String bare(String cell) {
        return cell.replace("`", "");
    }
}
