package io.ressenti.docs;

import java.util.regex.Pattern;

/** Javadoc as Markdown: as much of it as the documentation of configuration needs. */
final class Javadoc {

    private static final Pattern CODE = Pattern.compile("\\{@code ((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link (?:\\w+\\.)*(?:(\\w+)|\\w*#(\\w+)\\(\\))}");

    private Javadoc() {}

    /**
     * One line of Markdown for a comment.
     *
     * @param comment without its asterisks; null where there is none
     * @param of      what it describes, for the message of a refusal
     * @throws IllegalStateException where it is missing, or holds a tag that is not translated
     */
    static String toMarkdown(String comment, String of) {
        if (comment == null || comment.isBlank()) {
            throw new IllegalStateException(
                    of + " has no Javadoc: say what it does, for whoever operates the service.");
        }
        var line = comment.strip().replaceAll("\\s+", " ");
        line = CODE.matcher(line).replaceAll("`$1`");
        line = LINK.matcher(line)
                .replaceAll(link -> "`" + (link.group(1) != null ? link.group(1) : Names.kebab(link.group(2))) + "`");
        if (line.contains("{@") || line.contains("<")) {
            throw new IllegalStateException(
                    of + ": the page of the configuration knows {@code} and {@link} only, not: " + line);
        }
        return line.replace("|", "\\|");
    }
}
