package io.ressenti.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A page of the documentation, of which parts come from the code. */
record Page(Path file, String text) {

    static Page of(String name) {
        var file = Project.ROOT.resolve("docs").resolve(name);
        return new Page(file, Project.read(file));
    }

    /** The page with another text between the two comments that enclose a part. */
    Page with(String part, String content) {
        var start = "<!-- " + part + ": written by ./ressenti docs -->\n";
        var end = "<!-- end of " + part + " -->\n";
        var from = text.indexOf(start);
        var to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalStateException(file + " has no lines " + start + "and " + end);
        }
        return new Page(file, text.substring(0, from + start.length()) + content + text.substring(to));
    }

    /** The rows of the first table below a heading: the texts of their cells, without the table's own heading. */
    List<List<String>> table(String heading) {
        return text.lines()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Page::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return Stream.of(row.substring(1).split("(?<!\\\\)\\|"))
                .map(String::strip)
                .toList();
    }

    void write() {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
