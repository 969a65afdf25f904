package io.ressenti.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The code blocks of a page of the documentation. */
public record MarkdownPage(String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");

    /** Reads a page, named from the project's root. */
    public static MarkdownPage of(String path) {
        try {
            return new MarkdownPage(Files.readString(LauncherCommand.project().resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its blocks in a language, in their order. */
    public List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /** Writes a block to a file of that name, to be run. */
    public static Path write(Path directory, String name, String block) {
        try {
            return Files.writeString(directory.resolve(name), block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
