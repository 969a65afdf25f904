package io.ressenti.bench.load;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Against a real HTTP server that refuses every tenth request. */
class LoadTest {

    private static final int STALL_MILLIS = 300;

    private final Vertx vertx = Vertx.vertx();
    private final Events events = new Events("load");
    private final AtomicInteger requests = new AtomicInteger();
    private HttpLoad load;
    private Target target;

    @BeforeEach
    void start() {
        var server = vertx.createHttpServer()
                .requestHandler(request -> {
                    var number = requests.incrementAndGet();
                    var status = number % 10 == 0 ? 503 : 202;
                    if (number == 1 && request.path().equals("/stalls")) {
                        vertx.setTimer(
                                STALL_MILLIS,
                                late -> request.response().setStatusCode(status).end());
                    } else {
                        request.response().setStatusCode(status).end();
                    }
                })
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        target = new Target(server.actualPort(), "/", Map.of());
        load = new HttpLoad(1);
    }

    @AfterEach
    void stop() {
        load.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void countsWhatWasAcceptedAndWhatWasNot() {
        // Given
        var loop = new ClosedLoop(load, target, events::one);

        // When
        var tally = loop.run(4, Duration.ofMillis(300));

        // Then
        assertThat(tally.accepted() + tally.refused()).isEqualTo(requests.get());
        assertThat(tally.refused()).isEqualTo(requests.get() / 10);
        // A timer may be a little early by another clock.
        assertThat(tally.elapsed()).isBetween(Duration.ofMillis(280), Duration.ofSeconds(30));
    }

    @Test
    void countsAStallForAllThatFellDueDuringIt() {
        // Given one connection, whose first request takes longer than all others are due
        var stalling = new Target(target.port(), "/stalls", Map.of());

        // When 9 requests are due within 90 ms
        var latencies = new OpenLoad(load, stalling, events::one).run(100, Duration.ofMillis(90));

        // Then even the last one took more than 200 ms from its due moment
        assertThat(latencies.micros().getTotalCount()).isEqualTo(9);
        assertThat(latencies.micros().getMinValue()).isGreaterThan(200_000);
        assertThat(latencies.refused()).isZero();
    }
}
