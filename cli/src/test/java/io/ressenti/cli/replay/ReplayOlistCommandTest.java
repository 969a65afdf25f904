package io.ressenti.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.cli.CommandLineRun;
import io.ressenti.cli.StandIn;
import io.ressenti.cli.StandIn.Answer;
import io.ressenti.cli.StandIn.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole command on the synthetic orders of the end-to-end tests. */
class ReplayOlistCommandTest {

    private static final Path FILES = Path.of("../e2e-tests/src/test/resources/synthetic-olist");
    private static final int EVENTS = 1_007;

    @Test
    void putsTheCatalogueThenSendsEveryEventInTimeOrder() throws IOException {
        // Given
        try (var service = new StandIn(ReplayOlistCommandTest::accept)) {

            // When
            var run = run(service, "--in-flight", "1", "--batch", "100");

            // Then
            assertThat(run.exitCode()).isZero();
            assertThat(service.requests().stream()
                            .takeWhile(request -> request.method().equals("PUT"))
                            .map(Request::path))
                    .contains("/api/v1/catalogue/touchpoints/order-delivered", "/api/v1/catalogue/channels/CARRIER")
                    .hasSize(3 + 6 + 12);
            assertThat(times(service, "/api/v1/touchpoints/batch")).isSorted();
            assertThat(times(service, "/api/v1/feedback/batch")).isSorted();
            assertThat(ids(service)).hasSize(EVENTS).doesNotHaveDuplicates();
            assertThat(run.out()).contains("accepted      1,007", "rejected          0", "review whose order is not");
            assertThat(run.err()).contains("100 %  1,007 events");
        }
    }

    @Test
    void failsAndSaysWhyWhereSomethingWasRejected() throws IOException {
        // Given a service that rejects the first item of each batch of feedback
        try (var service = new StandIn(request -> request.path().equals("/api/v1/feedback/batch")
                ? Answer.of(
                        200,
                        "{\"accepted\":%d,\"rejected\":[{\"index\":0,\"id\":\"x\",\"problem\":{\"detail\":\"Too odd.\"}}]}"
                                .formatted(request.body().size() - 1))
                : accept(request))) {

            // When
            var run = run(service, "--batch", "10000");

            // Then
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).contains("rejected          1", "1 × Too odd. (x)");
        }
    }

    @Test
    void saysInOneSentenceThatTheFolderIsMissing() throws IOException {
        // Given
        try (var service = new StandIn(ReplayOlistCommandTest::accept)) {

            // When
            var run = CommandLineRun.of(
                    "replay",
                    "olist",
                    "no/such/folder",
                    "--key",
                    "k",
                    "--url",
                    service.url().toString());

            // Then
            assertThat(run).isEqualTo(new CommandLineRun(1, "", "ressenti: There is no folder no/such/folder.\n"));
        }
    }

    @Test
    void refusesASpeedThatIsNone() {
        // When
        var run = CommandLineRun.of("replay", "olist", FILES.toString(), "--speed", "fast");

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'fast' is neither max nor a number of events per second");
    }

    private static Answer accept(Request request) {
        return request.method().equals("PUT") ? Answer.of(201, "{}") : Answer.allAccepted(request);
    }

    private static CommandLineRun run(StandIn service, String... options) {
        var arguments = new ArrayList<>(List.of(
                "replay",
                "olist",
                FILES.toString(),
                "--key",
                "rsk_test",
                "--url",
                service.url().toString()));
        arguments.addAll(List.of(options));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private static List<String> times(StandIn service, String path) {
        return items(service.requestsTo(path), item -> item.get("occurredAt").asText());
    }

    private static List<String> ids(StandIn service) {
        var batches = service.requests().stream()
                .filter(request -> request.path().endsWith("/batch"))
                .toList();
        return items(batches, item -> item.get("id").asText());
    }

    private static List<String> items(List<Request> batches, Function<JsonNode, String> field) {
        List<String> values = new ArrayList<>();
        batches.forEach(batch -> batch.body().forEach(item -> values.add(field.apply(item))));
        return values;
    }
}
