package io.ressenti.notification.stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.DissatisfactionEvent;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.SseClient;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Who listens misses nothing, hears nothing twice, and nothing of others. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class AlertStreamTest {

    @Inject
    Pool pool;

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);

    @Test
    void itIsAStreamThatProxiesDoNotHoldBack() {
        try (var stream = SseClient.connect(TestCredentials.ACME_LEAD, null)) {
            var headers = stream.response().headers();
            assertThat(headers.firstValue("content-type")).get().asString().startsWith("text/event-stream");
            assertThat(headers.allValues("cache-control")).containsExactly("no-cache");
            assertThat(headers.allValues("x-accel-buffering")).containsExactly("no");
        }
    }

    @Test
    void silenceIsBrokenBySignsOfLife() {
        try (var stream = SseClient.connect(TestCredentials.OTHER, null)) {
            AlertsApi.await(() -> stream.comments().size() < 3 ? null : true);

            assertThat(stream.comments()).containsOnly("keep-alive");
            assertThat(stream.hasEnded()).isFalse();
        }
    }

    @Test
    void anotherBrandsChangesAreNotHeard() {
        // Given
        var customer = unique("customer");
        try (var others = SseClient.connect(TestCredentials.OTHER, null)) {

            // When
            publish(signal("acme", customer, "o-1", 30));
            acme.awaitAlert(customer, 1);
            publish(signal("other", customer, "o-1", 20));

            // Then
            assertThat(others.awaitEventsOf(customer, 1))
                    .extracting(event -> event.alert().get("value").asDouble())
                    .containsExactly(20.0);
        }
    }

    @Test
    void everybodyHearsEverythingOnceAndInOrderFromWhereverTheyResume() {
        // Given
        var customer = unique("customer");
        var count = 1500; // more than the tail that is kept in memory
        long start;
        try (var before = SseClient.connect(TestCredentials.ACME_LEAD, null)) {
            publish(signal("acme", customer, "o-1", 30));
            start = before.awaitEventsOf(customer, 1).getFirst().id();
        }

        // When
        List<SseClient> clients = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> clients.add(SseClient.connect(TestCredentials.ACME_LEAD, start)));
        publish(IntStream.range(0, count)
                .mapToObj(i -> signal("acme", customer, "o-1", 30))
                .toArray(DissatisfactionEvent[]::new));
        clients.getFirst().awaitEventsOf(customer, count);
        clients.add(SseClient.connect(TestCredentials.ACME_LEAD, start));
        clients.add(SseClient.connect(TestCredentials.ACME_LEAD, start + count - 10));

        // Then
        for (SseClient client : clients.subList(0, 4)) {
            assertThat(client.awaitEventsOf(customer, count))
                    .extracting(SseClient.Event::id)
                    .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, start + count)
                            .boxed()
                            .toList());
        }
        assertThat(clients.get(4).awaitEventsOf(customer, 10)).hasSize(10);
        clients.forEach(SseClient::close);
    }

    @Test
    void aLostListenerConnectionIsReplaced() {
        // Given
        try (var stream = SseClient.connect(TestCredentials.ACME_LEAD, null)) {
            var before = listeners();
            assertThat(before).hasSize(1);
            pool.preparedQuery("SELECT pg_terminate_backend($1)")
                    .execute(Tuple.of(before.getFirst()))
                    .await()
                    .indefinitely();

            // When
            var customer = unique("customer");
            publish(signal("acme", customer, "o-1", 30));

            // Then
            stream.awaitEventsOf(customer, 1);
            AlertsApi.await(() -> listeners().size() == 1 && !listeners().equals(before) ? true : null);
        }
    }

    @Test
    void aNumberThatNobodyGaveIsRefusedAndOneFromTheFutureMeansNow() {
        acme.request()
                .header("Last-Event-ID", "abc")
                .get("/api/v1/alerts/stream")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:malformed-request"));

        try (var stream = SseClient.connect(TestCredentials.ACME_LEAD, Long.MAX_VALUE)) {
            var customer = unique("customer");
            publish(signal("acme", customer, "o-1", 30));
            stream.awaitEventsOf(customer, 1);
        }
    }

    private List<Integer> listeners() {
        List<Integer> processes = new ArrayList<>();
        pool.query("SELECT pid FROM pg_stat_activity WHERE query = 'LISTEN alert_change'")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> processes.add(row.getInteger("pid")));
        return processes;
    }
}
