package io.ressenti.cli.scores;

import io.ressenti.cli.CommandLineRun;
import io.ressenti.cli.StandIn;
import io.ressenti.cli.StandIn.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the commands ask of a service, and what they make of its answers. */
class ScoresCommandTest {

    private static final String RUNNING = """
            {"id":"7","state":"RUNNING","requestedBy":"olga","startedAt":"2026-11-22T12:00:00Z","step":"metric_sum"}""";

    private static final String VERIFIED = """
            {"id":"7","state":"DONE","startedAt":"2026-11-22T12:00:00Z","endedAt":"2026-11-22T12:00:01.500Z",
             "step":"customer_score","consistent":%s,"signals":1200,
             "tables":[{"table":"metric_sum","rows":300,"differences":%d,"maxDeviation":0,"examples":[%s]}]}""";

    @Test
    void verifyWaitsAndSaysThatAllAgree() throws IOException {
        // Given a verification that is done at the second look
        var looks = new AtomicInteger();
        try (var service = new StandIn(request -> switch (request.method()) {
            case "POST" -> Answer.of(202, RUNNING);
            default -> Answer.of(200, looks.incrementAndGet() == 1 ? RUNNING : VERIFIED.formatted(true, 0, ""));
        })) {

            // When
            var run = run(service, "verify");

            // Then
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.out())
                    .contains("... customer_score")
                    .contains("Compared with 1,200 signals in 1.5 s")
                    .containsPattern("metric_sum +300 +0 +0.0e\\+00")
                    .contains("Everything that is kept is what the signals say.");
            assertThat(service.requests())
                    .extracting(StandIn.Request::path)
                    .containsExactly(Runs.VERIFICATIONS, Runs.VERIFICATIONS + "/7", Runs.VERIFICATIONS + "/7");
        }
    }

    @Test
    void verifyEndsWithOneAndShowsWhatDiffers() throws IOException {
        // Given
        var difference = "{\"key\":{\"brand\":\"acme\"},\"stored\":{\"n\":4},\"recomputed\":null}";
        try (var service = new StandIn(request -> Answer.of(200, VERIFIED.formatted(false, 1, difference)))) {

            // When
            var run = run(service, "verify");

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out())
                    .contains("metric_sum {brand=acme}")
                    .contains("stored     {n=4.0}")
                    .contains("recomputed nothing")
                    .contains("./ressenti scores rebuild");
        }
    }

    @Test
    void saysWhyARunCannotBegin() throws IOException {
        // Given
        var conflict = "{\"type\":\"urn:ressenti:problem:conflict\",\"title\":\"x\",\"detail\":\"One is under way.\"}";
        try (var service = new StandIn(request -> Answer.of(409, conflict))) {

            // When
            var run = run(service, "verify");

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("ressenti: One is under way.");
        }
    }

    @Test
    void rebuildReturnsAtOnceUnlessToldToWait() throws IOException {
        // Given
        try (var service = new StandIn(request -> Answer.of(202, RUNNING))) {

            // When
            var run = run(service, "rebuild", "--force");

            // Then
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains(Runs.REBUILDS + "/7");
            assertThat(service.requests()).singleElement().satisfies(request -> {
                assertThat(request.path()).isEqualTo(Runs.REBUILDS);
                assertThat(request.query()).isEqualTo("force=true");
            });
        }
    }

    @Test
    void rebuildSaysWhyItGaveUp() throws IOException {
        // Given
        var failed = """
                {"id":"7","state":"FAILED","startedAt":"2026-11-22T12:00:00Z","failure":"12 events would be lost."}""";
        try (var service = new StandIn(
                request -> request.method().equals("POST") ? Answer.of(202, RUNNING) : Answer.of(200, failed))) {

            // When
            var run = run(service, "rebuild", "--wait");

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).contains("12 events would be lost.");
        }
    }

    private static CommandLineRun run(StandIn service, String command, String... options) {
        var arguments = new ArrayList<>(List.of("scores", command));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--url", service.url().toString(), "--key", "rsk_test"));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }
}
