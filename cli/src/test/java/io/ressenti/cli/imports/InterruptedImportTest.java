package io.ressenti.cli.imports;

import io.ressenti.cli.CommandLineRun;
import io.ressenti.cli.StandIn;
import io.ressenti.cli.StandIn.Answer;
import io.ressenti.cli.StandIn.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** An import that ends before its time, by whatever it is, is taken up where it was. */
class InterruptedImportTest {

    /** Every hundredth event is rejected. */
    private static final int EVENTS = 1_000;

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeEvents() throws IOException {
        file = directory.resolve("till.csv");
        Files.writeString(
                file,
                IntStream.rangeClosed(1, EVENTS)
                        .mapToObj(i -> "t-" + i + "," + (i % 100 == 0 ? "nowhere" : "checkout"))
                        .collect(Collectors.joining("\n", "id,touchpoint\n", "\n")));
    }

    @Test
    void goesOnAfterKillDashNine() throws Exception {
        // Given an import of 50 rows a batch whose process is killed when the service has taken some of them
        var goneThrough = new CountDownLatch(8);
        var alive = new AtomicBoolean();
        try (var service = new StandIn(request -> {
            if (!alive.get() && goneThrough.getCount() == 0) {
                return new Answer(503, "{}", Map.of());
            }
            goneThrough.countDown();
            return new Judge().apply(request);
        })) {
            var process = start(service);
            assertThat(goneThrough.await(60, TimeUnit.SECONDS)).isTrue();
            process.destroyForcibly().waitFor();
            alive.set(true);

            // When
            var run = run(service);

            // Then: each event was taken, and the totals are those of both runs
            assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(run.out())
                    .contains("1,000 items in 2 runs", "  accepted        990", "  rejected         10")
                    .contains("10 × unknown-touchpoint", "(lines 101, 201, 301, 401, 501, …)");
            assertThat(idsSent(service)).hasSize(EVENTS);
            assertThat(Files.readAllLines(Path.of(file + ".rejected.ndjson")))
                    .hasSize(10)
                    .doesNotHaveDuplicates();
            assertThat(Path.of(file + ".ressenti-import")).doesNotExist();
        }
    }

    @Test
    void doesNotSendAgainWhatWasSettledBefore() throws IOException {
        // Given an import that failed after 300 rows, as the key was withdrawn
        var withdrawn = new AtomicBoolean(true);
        try (var service = new StandIn(request ->
                withdrawn.get() && holds(request, "t-301") ? Answer.of(401, "") : new Judge().apply(request))) {
            var failed = run(service, "--in-flight", "1");
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(failed.err()).contains("The API key was refused", "the same command goes on from there.");
            withdrawn.set(false);

            // When
            var run = run(service, "--in-flight", "1");

            // Then
            assertThat(run.out()).contains("1,000 items in 2 runs", "  accepted        990");
            assertThat(service.requests()).hasSize(6 + 1 + 14);
            assertThat(Files.readAllLines(Path.of(file + ".rejected.ndjson"))).hasSize(10);
        }
    }

    @Test
    void doesNotGoOnWithAnotherFileMappingOrTarget() throws IOException {
        // Given an import that was interrupted
        try (var elsewhere = new StandIn(new Judge());
                var service = new StandIn(
                        request -> holds(request, "t-301") ? Answer.of(401, "") : new Judge().apply(request))) {
            run(service);
            var content = Files.readString(file);

            // When, then
            assertThat(run(service, "--source", "till").err()).contains("another mapping, or other options");
            assertThat(run(elsewhere).err()).contains("another address or key");
            Files.writeString(file, content.replace("t-7,", "t-07,"));
            assertThat(run(service).err()).contains("another content of the file", "--restart");
        }
    }

    @Test
    void beginsAgainWhenAskedTo() throws IOException {
        // Given
        var refused = new AtomicBoolean(true);
        try (var service = new StandIn(request ->
                refused.get() && holds(request, "t-301") ? Answer.of(401, "") : new Judge().apply(request))) {
            run(service);
            refused.set(false);

            // When
            var run = run(service, "--restart");

            // Then
            assertThat(run.out())
                    .contains("1,000 items in ", "  accepted        990")
                    .doesNotContain("runs");
            assertThat(Files.readAllLines(Path.of(file + ".rejected.ndjson"))).hasSize(10);
        }
    }

    private Process start(StandIn service) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.ressenti.cli.Main"));
        command.addAll(arguments(service));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("killed.log").toFile())
                .start();
    }

    private CommandLineRun run(StandIn service, String... options) {
        var arguments = arguments(service);
        arguments.addAll(List.of(options));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private List<String> arguments(StandIn service) {
        return new ArrayList<>(List.of(
                "import",
                "touchpoints",
                file.toString(),
                "--batch",
                "50",
                "--url",
                service.url().toString(),
                "--key",
                "rsk_test"));
    }

    private static boolean holds(Request request, String id) {
        return request.body().findValuesAsText("id").contains(id);
    }

    private static Set<String> idsSent(StandIn service) {
        Set<String> ids = new TreeSet<>();
        service.requests().forEach(request -> ids.addAll(request.body().findValuesAsText("id")));
        return ids;
    }
}
