package io.ressenti.feedback.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.ressenti.feedback.TestKafka;
import io.ressenti.platform.event.EventCodec;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What this service learns from the catalogue's events. */
@QuarkusTest
class CatalogueContractTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Inject
    KnownTouchpoints touchpoints;

    @Test
    void theExampleOfTheContractIsUnderstood() throws IOException {
        // Given
        byte[] example;
        try (var content = getClass().getResourceAsStream("/examples/TouchpointCatalogued.v1.json")) {
            example = content.readAllBytes();
        }
        var headers = EventCodec.headers(
                "order-delivered@3",
                EventCodec.typeOf(TouchpointCatalogued.class),
                "ressenti/touchpoint-service",
                "demo",
                "2018-01-02T08:30:00Z");

        // When
        TestKafka.send(
                kafka, new ProducerRecord<>(Topics.CATALOGUE, null, null, "demo|order-delivered", example, headers));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(known("demo", "order-delivered"))
                .isEqualTo("ACCESS 3 false"));
    }

    @Test
    void theGreatestRevisionHoldsInWhateverOrderTheyCome() {
        // Given
        var code = newCode();

        // When
        learn(revision(code, 2, Stage.USAGE, false));
        learn(
                revision(code, 1, Stage.SUPPORT, false),
                revision(code, 4, Stage.ACCESS, false),
                revision(code, 3, Stage.USAGE, true));
        learn(revision(code, 4, Stage.DEBRIEF, true));

        // Then
        assertThat(known("acme", code)).isEqualTo("ACCESS 4 false");
    }

    @Test
    void brandsHaveTheirOwnTouchpoints() {
        // Given
        var code = newCode();

        // When
        learn(revision(code, 1, Stage.USAGE, false), catalogued("other", code, 7, Stage.ACCESS, true));

        // Then
        assertThat(known("acme", code)).isEqualTo("USAGE 1 false");
        assertThat(known("other", code)).isEqualTo("ACCESS 7 true");
    }

    @Test
    void feedbackOnARemovedTouchpointIsRefusedAndWhatWasRecordedStands() {
        // Given
        var code = newCode();
        learn(revision(code, 1, Stage.USAGE, false));
        assertThat(post("before", code)).isEqualTo(201);

        // When
        learn(revision(code, 2, Stage.USAGE, true));

        // Then
        assertThat(post("after", code)).isEqualTo(422);
        assertThat(post("before", code)).isEqualTo(200);
    }

    @Test
    void recordsThatCannotBeReadAreSetAsideAndStopNobody() {
        // Given
        var code = newCode();
        var key = "acme|" + code;
        var headers = EventCodec.headers(
                "e-1", EventCodec.typeOf(TouchpointCatalogued.class), "somebody", "acme", Instant.EPOCH.toString());
        var noStage =
                new TouchpointCatalogued("e-2", "somebody", "acme", code, 1, null, null, null, false, Instant.EPOCH);

        // When
        TestKafka.send(kafka, new ProducerRecord<>(Topics.CATALOGUE, null, null, key, utf8("{\"revision\":"), headers));
        TestKafka.send(kafka, new ProducerRecord<>(Topics.CATALOGUE, key, utf8("no headers")));
        TestKafka.send(kafka, Topics.CATALOGUE, noStage);
        TestKafka.send(kafka, Topics.CATALOGUE, revision(code, 2, Stage.SUPPORT, false));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(known("acme", code)).isEqualTo("SUPPORT 2 false"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestKafka.records(kafka, Topics.deadLettersOf(Topics.CATALOGUE), key))
                        .hasSize(3)
                        .allSatisfy(record -> assertThat(record.headers().lastHeader("dlq_reason"))
                                .isNotNull()));
    }

    private void learn(TouchpointCatalogued... events) {
        touchpoints.learn(List.of(events)).await().atMost(PATIENCE);
    }

    private String known(String brand, String code) {
        var rows = pool.preparedQuery(
                        "SELECT concat_ws(' ', stage, revision, removed::text) FROM known_touchpoint WHERE brand = $1 AND code = $2")
                .execute(Tuple.of(brand, code))
                .await()
                .atMost(PATIENCE);
        return Stream.of(rows.iterator())
                .filter(iterator -> iterator.hasNext())
                .map(iterator -> iterator.next().getString(0))
                .findFirst()
                .orElse("unknown");
    }

    private static int post(String id, String touchpoint) {
        return as(TestCredentials.ACME)
                .body(FeedbackJson.with("id", touchpoint + id, "touchpoint", touchpoint))
                .post("/api/v1/feedback")
                .statusCode();
    }

    private static TouchpointCatalogued revision(String code, long revision, Stage stage, boolean removed) {
        return catalogued("acme", code, revision, stage, removed);
    }

    private static String newCode() {
        return "t-" + UUID.randomUUID();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
