package io.ressenti.cli.client;

import io.ressenti.cli.StandIn;
import io.ressenti.cli.StandIn.Answer;
import io.ressenti.contracts.Outcome;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchClientTest {

    private static final RetryPolicy HASTY =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(20), Duration.ofSeconds(60));
    private static final Duration CATALOGUE_DELAY = Duration.ofSeconds(60);

    @Test
    void sendsTheWholeBatchAgainWhileTheServiceIsAway() throws IOException {
        // Given a service that is away twice
        var calls = new AtomicInteger();
        try (var service = new StandIn(request -> calls.incrementAndGet() <= 2
                        ? new Answer(503, "{}", Map.of("Retry-After", "1"))
                        : Answer.allAccepted(request));
                var api = new Api(service.url(), "rsk_test", HASTY)) {

            // When
            var result = new BatchClient(api, CATALOGUE_DELAY).send(touchpoints(3));

            // Then
            assertThat(result).isEqualTo(new BatchResult(3, List.of()));
            assertThat(service.requests()).hasSize(3).allSatisfy(request -> {
                assertThat(request.path()).isEqualTo("/api/v1/touchpoints/batch");
                assertThat(request.authorization()).isEqualTo("Bearer rsk_test");
                assertThat(request.body()).hasSize(3);
            });
        }
    }

    @Test
    void sendsOnlyTheItemsWithAnUnknownTouchpointAgain() throws IOException {
        // Given a service that does not know the second item's touchpoint yet, and refuses the third for good
        var calls = new AtomicInteger();
        var unknown = "{\"index\":1,\"id\":\"t-1\",\"problem\":{\"type\":\"urn:ressenti:problem:unknown-touchpoint\"}}";
        var future =
                "{\"index\":2,\"id\":\"t-2\",\"problem\":{\"type\":\"urn:ressenti:problem:future-time\",\"detail\":\"too late\"}}";
        try (var service = new StandIn(request -> calls.incrementAndGet() == 1
                        ? Answer.of(202, "{\"accepted\":1,\"rejected\":[" + unknown + "," + future + "]}")
                        : Answer.allAccepted(request));
                var api = new Api(service.url(), "rsk_test", HASTY)) {

            // When
            var result = new BatchClient(api, CATALOGUE_DELAY).send(touchpoints(3));

            // Then
            assertThat(result.accepted()).isEqualTo(2);
            assertThat(result.rejected())
                    .extracting(Rejection::index, Rejection::reason)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "too late"));
            assertThat(service.requests().get(1).body()).hasSize(1);
            assertThat(service.requests().get(1).body().get(0).get("id").asText())
                    .isEqualTo("t-1");
        }
    }

    @Test
    void halvesABatchThatIsTooLargeAndKeepsThePositions() throws IOException {
        // Given a service that takes no more than two items at once, and rejects t-3
        try (var service = new StandIn(request -> {
                    if (request.body().size() > 2) {
                        return Answer.of(413, "{\"title\":\"too large\"}");
                    }
                    for (int i = 0; i < request.body().size(); i++) {
                        if (request.body().get(i).get("id").asText().equals("t-3")) {
                            return Answer.of(
                                    202,
                                    "{\"accepted\":%d,\"rejected\":[{\"index\":%d,\"id\":\"t-3\"}]}"
                                            .formatted(request.body().size() - 1, i));
                        }
                    }
                    return Answer.allAccepted(request);
                });
                var api = new Api(service.url(), "rsk_test", HASTY)) {

            // When
            var result = new BatchClient(api, CATALOGUE_DELAY).send(touchpoints(5));

            // Then
            assertThat(result).isEqualTo(new BatchResult(4, List.of(new Rejection(3, "t-3", null))));
        }
    }

    @Test
    void readsTheResultWhereAllWereRejected() throws IOException {
        // Given
        var body = "{\"accepted\":0,\"rejected\":[{\"index\":0,\"id\":\"t-0\",\"problem\":{\"title\":\"no\","
                + "\"errors\":[{\"pointer\":\"/channel\",\"message\":\"is unknown\"}]}}]}";
        try (var service = new StandIn(request -> Answer.of(422, body));
                var api = new Api(service.url(), "rsk_test", HASTY)) {

            // When
            var result = new BatchClient(api, CATALOGUE_DELAY).send(touchpoints(1));

            // Then
            assertThat(result.accepted()).isZero();
            assertThat(result.rejected()).extracting(Rejection::reason).containsExactly("/channel: is unknown");
        }
    }

    @Test
    void saysInOneSentenceThatTheKeyIsWrong() throws IOException {
        // Given
        try (var service = new StandIn(request -> Answer.of(401, ""));
                var api = new Api(service.url(), "rsk_wrong", HASTY)) {
            var client = new BatchClient(api, CATALOGUE_DELAY);

            // When, then
            assertThatThrownBy(() -> client.send(touchpoints(1)))
                    .isInstanceOf(ClientException.class)
                    .hasMessage("The API key was refused; pass the one that ./ressenti up printed with --key.");
        }
    }

    @Test
    void givesUpInOneSentenceWhereNobodyAnswers() {
        // Given a port on which nobody listens
        var impatient = new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(50));
        try (var api = new Api(URI.create("http://localhost:1"), "rsk_test", impatient)) {
            var client = new BatchClient(api, CATALOGUE_DELAY);

            // When, then
            assertThatThrownBy(() -> client.send(touchpoints(1)))
                    .isInstanceOf(ClientException.class)
                    .hasMessage(
                            "http://localhost:1 does not answer; start it with ./ressenti up, or name another with --url.");
        }
    }

    private static List<TouchpointEvent> touchpoints(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new TouchpointEvent(
                        "t-" + i,
                        "test",
                        Instant.parse("2018-01-18T22:56:59Z"),
                        "c-1",
                        null,
                        "order-placed",
                        "WEB",
                        null,
                        Outcome.SUCCESS,
                        Map.of(),
                        Map.of()))
                .toList();
    }
}
