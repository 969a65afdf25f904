package io.ressenti.k8s;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Prometheus' own tool, where it is installed (Debian: package prometheus). */
final class Promtool {

    private static final String NAME = "promtool";

    private Promtool() {}

    /** Runs it in {@code directory}, and expects that it has nothing to say against that. Where it is missing, the test is skipped. */
    static void accepts(Path directory, List<String> arguments) throws IOException, InterruptedException {
        assumeTrue(isThere(), "promtool is not on the path: the Prometheus rules are not checked");
        var command = Stream.concat(Stream.of(NAME), arguments.stream()).toList();
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, NAME)));
    }
}
