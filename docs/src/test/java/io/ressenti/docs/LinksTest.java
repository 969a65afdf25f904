package io.ressenti.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Links between the project's pages lead somewhere. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^\\s*```.*?^\\s*```\\s*$");

    @Test
    void linksLeadToFilesAndHeadings() {
        // Given
        var pages = Project.files(".md");

        // When
        var broken = pages.stream()
                .flatMap(page -> links(page)
                        .filter(link -> !leadsSomewhere(page, link))
                        .map(link -> Project.ROOT.relativize(page) + ": " + link))
                .toList();

        // Then
        assertThat(pages).hasSizeGreaterThan(30);
        assertThat(broken).isEmpty();
    }

    private static Stream<String> links(Path page) {
        var text = FENCED.matcher(Project.read(page)).replaceAll("");
        return LINK.matcher(text).results().map(link -> link.group(1)).filter(link -> !link.contains("://"));
    }

    private static boolean leadsSomewhere(Path page, String link) {
        var parts = List.of(link.split("#", 2));
        var target = parts.getFirst().isEmpty() ? page : page.resolveSibling(parts.getFirst());
        if (!Files.exists(target)) {
            return false;
        }
        return parts.size() == 1 || anchors(target).contains(parts.getLast());
    }

    /** As GitHub and GitLab name headings. */
    private static Set<String> anchors(Path page) {
        return Project.read(page)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+\\s*", "").strip().toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
