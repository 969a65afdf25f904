package io.ressenti.cli.demo;

import io.ressenti.cli.StandIn;
import io.ressenti.cli.StandIn.Answer;
import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.RetryPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DemoPlayerTest {

    private static final RetryPolicy HASTY =
            new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(10), Duration.ofSeconds(60));

    @Test
    void goesOnAfterAServiceWasAwayAndAfterARefusal() throws IOException {
        // Given a service that is away at first, then refuses one event, then takes the others
        var calls = new AtomicInteger();
        var err = new StringWriter();
        try (var service = new StandIn(request -> switch (calls.incrementAndGet()) {
                    case 1 -> Answer.of(503, "{}");
                    case 2 -> Answer.of(422, "{\"type\":\"urn:ressenti:problem:invalid\",\"detail\":\"Odd.\"}");
                    default -> Answer.of(202, "{}");
                });
                var api = new Api(service.url(), "rsk_test", HASTY)) {
            var scenes =
                    Stream.generate(new DemoScript(1, "run")::next).limit(3).toList();

            // When
            new DemoPlayer(api, new PrintWriter(err)).play(scenes.iterator());

            // Then
            assertThat(service.requests()).extracting(StandIn.Request::path).containsOnly("/api/v1/touchpoints");
            assertThat(service.requests())
                    .extracting(request -> request.body().get("id").asText())
                    .containsExactly("run-1-1", "run-1-1", "run-1-2", "run-2-1");
            assertThat(err.toString()).isEqualTo("ressenti: event run-1-1 was refused (422): Odd.\n");
        }
    }
}
