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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole command, against a service that judges in small. */
class ImportTouchpointsCommandTest {

    private static final String MAPPING = """
            id: "{order}-delivered"
            occurredAt: {column: ts, format: "yyyy-MM-dd HH:mm", zone: America/Sao_Paulo}
            customer: "{client}"
            touchpoint: "{what}"
            channel: COURIER
            measures: {delayHours: "{delay}"}
            skipWhenEmpty: [ts]
            """;
    private static final String ORDERS = """
            order,ts,client,what,delay
            o1,2018-01-18 20:56,c1,order-delivered,36.5
            o2,,c2,order-delivered,
            o3,2018-01-18 20:58,c3,nowhere,0
            o4,yesterday,c4,order-delivered,0
            o5,2018-01-18 21:00,c5,order-delivered,0
            """;

    @TempDir
    private Path directory;

    @Test
    void sendsWhatTheMappingMakesOfTheRowsAndKeepsWhatIsRejected() throws IOException {
        // Given
        var file = write("orders.csv", ORDERS);
        var mapping = write("orders.yaml", MAPPING);
        try (var service = new StandIn(new Judge())) {

            // When
            var run = run(service, file, "--mapping", mapping.toString(), "--source", "courier-files");

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines().skip(1))
                    .containsExactly(
                            "  accepted          2",
                            "  rejected          2",
                            "    1 × unknown-touchpoint, as in: Not here. (line 4)",
                            "    1 × unreadable-row /occurredAt, as in: /occurredAt: \"yesterday\" is not a time of the"
                                    + " format yyyy-MM-dd HH:mm. (line 5)",
                            "  left out          1",
                            "What was rejected is in " + file + ".rejected.ndjson: correct it and import that file.");
            assertThat(sent(service).getFirst())
                    .isEqualTo("{\"id\":\"o1-delivered\",\"occurredAt\":\"2018-01-18T22:56:00Z\",\"customer\":\"c1\","
                            + "\"touchpoint\":\"order-delivered\",\"channel\":\"COURIER\","
                            + "\"measures\":{\"delayHours\":36.5},\"source\":\"courier-files\"}");
            assertThat(Files.readAllLines(rejectedOf(file)))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("{\"line\":4,\"id\":\"o3-delivered\",\"problem\":{")
                                    .contains("\"event\":{\"id\":\"o3-delivered\""),
                            line -> assertThat(line)
                                    .startsWith("{\"line\":5,\"problem\":{")
                                    .contains("\"row\":{\"order\":\"o4\",\"ts\":\"yesterday\""));
            assertThat(checkpointOf(file)).doesNotExist();
        }
    }

    @Test
    void importsWhatWasRejectedOnceItIsCorrected() throws IOException {
        // Given
        var file = write("orders.csv", ORDERS);
        var mapping = write("orders.yaml", MAPPING);
        try (var service = new StandIn(new Judge())) {
            run(service, file, "--mapping", mapping.toString());
            var corrected = Files.readString(rejectedOf(file))
                    .replace("nowhere", "order-delivered")
                    .replace("yesterday", "2018-01-17 21:00");
            Files.writeString(rejectedOf(file), corrected);

            // When
            var run = run(service, rejectedOf(file), "--mapping", mapping.toString());

            // Then
            assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
            assertThat(sent(service))
                    .hasSize(5)
                    .last()
                    .asString()
                    .startsWith("{\"id\":\"o4-delivered\",\"occurredAt\":\"2018-01-17T23:00:00Z\"");
            assertThat(rejectedOf(rejectedOf(file))).doesNotExist();
        }
    }

    @Test
    void aDryRunLetsTheServiceJudgeAndLeavesNothingBehind() throws IOException {
        // Given
        var file = write("events.ndjson", "{\"id\":\"1\",\"touchpoint\":\"nowhere\"}\n{\"touchpoint\":\"x\"}\nno\n");
        try (var service = new StandIn(new Judge())) {

            // When
            var run = run(service, file, "--dry-run");

            // Then
            assertThat(run)
                    .isEqualTo(new CommandLineRun(
                            1,
                            """
                            Judged %s: 3 items; none of them was kept.
                              accepted          0
                              rejected          3
                                1 × invalid /id, as in: /id: It is missing. (line 2)
                                1 × unknown-touchpoint, as in: Not here. (line 1)
                                1 × unreadable-row, as in: %s (line 3)
                              left out          0
                            """.formatted(
                                            file,
                                            "The line is not JSON: Unrecognized token 'no': was expecting (JSON String,"
                                                    + " Number, Array, Object or token 'null', 'true' or 'false')"),
                            ""));
            assertThat(service.requests()).extracting(Request::query).containsExactly("dryRun=true");
            assertThat(filesIn(directory)).containsExactly("events.ndjson");
        }
    }

    @Test
    void derivesTheSameIdsFromTheSameRows() throws IOException {
        // Given the same two events, their columns in another order
        var first = write("a.csv", "customer,touchpoint,measures.delayHours\nc1,x,1.5\nc2,x,2\n");
        var second = write("b.csv", "touchpoint,measures.delayHours,customer\nx,1.5,c1\nx,2,c2\n");
        try (var service = new StandIn(new Judge())) {

            // When
            run(service, first, "--derive-ids", "--source", "till");
            run(service, second, "--derive-ids", "--source", "till");

            // Then
            var ids = service.requests().stream()
                    .map(request -> request.body().findValuesAsText("id"))
                    .toList();
            assertThat(ids.get(0)).hasSize(2).doesNotHaveDuplicates().allMatch(id -> id.matches("row-[0-9a-f]{32}"));
            assertThat(ids.get(1)).isEqualTo(ids.get(0));
        }
    }

    @Test
    void waitsUntilTheServiceIsBack() throws IOException {
        // Given
        var file = write("events.ndjson", "{\"id\":\"1\"}\n{\"id\":\"2\"}\n");
        var calls = new AtomicInteger();
        try (var service = new StandIn(request -> calls.incrementAndGet() < 4
                ? new Answer(calls.get() == 2 ? 429 : 503, "{}", Map.of())
                : new Judge().apply(request))) {

            // When
            var run = run(service, file);

            // Then
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("  accepted          2");
            assertThat(service.requests()).hasSize(4);
        }
    }

    @Test
    void refusesToOverwriteWhatSomebodyMayBeCorrecting() throws IOException {
        // Given
        var file = write("events.ndjson", "{\"id\":\"1\"}\n");
        write("events.ndjson.rejected.ndjson", "{}");
        try (var service = new StandIn(new Judge())) {

            // When
            var refused = run(service, file);
            var replaced = run(service, file, "--restart");

            // Then
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("holds what an earlier import rejected");
            assertThat(replaced.exitCode()).isZero();
            assertThat(rejectedOf(file)).doesNotExist();
        }
    }

    @Test
    void wrongUseIsSaidInOneSentenceBeforeAnythingIsSent() throws IOException {
        // Given
        var file = write("orders.csv", ORDERS);
        var sheet = write("orders.xls", ORDERS);
        try (var service = new StandIn(new Judge())) {
            Function<String[], CommandLineRun> when = options -> run(service, file, options);

            // When, then
            assertThat(when.apply(new String[0]).err()).startsWith("ressenti: An event has no field \"order\"");
            assertThat(when.apply(new String[] {"--map", "id={nr}"}).err())
                    .startsWith("ressenti: The mapping reads the column nr, which the file has not");
            assertThat(Stream.of(
                            run(service, file),
                            run(service, file, "--map", "id={nr}"),
                            run(service, file, "--delimiter", "::"),
                            run(service, file, "--batch", "0"),
                            run(service, sheet),
                            run(service, directory.resolve("none.csv"))))
                    .extracting(CommandLineRun::exitCode)
                    .containsOnly(2);
            assertThat(service.requests()).isEmpty();
        }
    }

    private CommandLineRun run(StandIn service, Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", "touchpoints", file.toString()));
        arguments.addAll(List.of("--key", "rsk_test", "--url", service.url().toString()));
        arguments.addAll(List.of(options));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static Path rejectedOf(Path file) {
        return Path.of(file + ".rejected.ndjson");
    }

    private static Path checkpointOf(Path file) {
        return Path.of(file + ".ressenti-import");
    }

    private static List<String> filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<String> sent(StandIn service) {
        List<String> events = new ArrayList<>();
        service.requests().forEach(request -> request.body().forEach(event -> events.add(event.toString())));
        return events;
    }
}
