package io.ressenti.bench.latency;

import io.ressenti.bench.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole bench against a real HTTP server; what is tested is what it counts, never how fast it is. */
class LatencyCommandTest {

    @TempDir
    private Path directory;

    @Test
    void findsEveryAlertThatComes() throws IOException {
        // Given
        var file = directory.resolve("results/latency.md");
        try (var ressenti = new FakeRessenti(customer -> true)) {

            // When
            var run = run(ressenti, "--write", file.toString());

            // Then
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .containsPattern("touchpoint +20 +0 ")
                    .containsPattern("feedback +20 +0 ")
                    .containsPattern("overall +40 +0 ")
                    .contains("Target on an idle machine, overall: p50 under 150 ms, p99 under 500 ms; ");
            assertThat(Files.readString(file))
                    .contains(
                            "| touchpoint | 20 | 0 |",
                            "| feedback | 20 | 0 |",
                            "| overall | 40 | 0 |",
                            "Target on",
                            "cores");
        }
    }

    @Test
    void failsWhereAnAlertIsLost() throws IOException {
        // Given a system that loses the alerts of every tenth customer
        try (var ressenti = new FakeRessenti(customer -> !customer.endsWith("0"))) {

            // When
            var run = run(ressenti);

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).containsPattern("touchpoint +16 +4 ");
        }
    }

    private record Outcome(int exitCode, String out) {}

    private static Outcome run(FakeRessenti ressenti, String... options) {
        var out = new StringWriter();
        var line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        var arguments = new ArrayList<>(List.of(
                "latency",
                "--url",
                ressenti.url().toString(),
                "--key",
                "rsk_test",
                "--rate",
                "20",
                "--seconds",
                "2",
                "--warmup",
                "0",
                "--patience",
                "1"));
        arguments.addAll(List.of(options));
        return new Outcome(line.execute(arguments.toArray(String[]::new)), out.toString());
    }
}
