package io.ressenti.feedback.collection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.ressenti.feedback.TestKafka;
import io.ressenti.platform.event.EventCodec;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What other services hear of the feedback that was recorded. */
@QuarkusTest
class FeedbackEventsContractTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Test
    void whatIsRecordedIsToldOn() {
        // Given
        var customer = newId();

        // When
        post(FeedbackJson.with("id", customer, "customer", customer));

        // Then
        var record = awaitRecords(customer, 1).getFirst();
        assertThat(record.key()).isEqualTo("acme|" + customer);
        assertThat(header(record, "ce_type")).isEqualTo("io.ressenti.FeedbackRecorded.v1");
        assertThat(header(record, "ce_id")).isEqualTo(customer);
        assertThat(header(record, "ce_source")).isEqualTo("survey");
        assertThat(header(record, "ce_brand")).isEqualTo("acme");
        assertThat(header(record, "ce_time")).isEqualTo("2018-01-20T09:00:00Z");
        var event = (FeedbackRecorded) EventCodec.read(record);
        assertThat(event.customer()).isEqualTo(customer);
        assertThat(event.stage()).isEqualTo(Stage.ACCESS);
        assertThat(event.occurredAt()).isEqualTo("2018-01-20T09:00:00Z");
        assertThat(event.answers())
                .containsExactly(
                        new Answer(AnswerType.CSAT, 2, 5, Polarity.HIGHER_IS_BETTER, null, null),
                        new Answer(AnswerType.EMOTION, null, null, null, Emotion.DISAPPOINTED, null));
        assertThat(event.comment()).isEqualTo("Chegou tarde.");
        assertThat(event.language()).isEqualTo("pt");
    }

    @Test
    void whatIsToldKeepsTheContract() throws IOException {
        // Given
        var customer = newId();
        var answers = """
                [{"type":"NPS","value":0},{"type":"CSAT","value":3,"scale":3},{"type":"CES","value":7},
                 {"type":"STARS","value":2,"scale":2},{"type":"EMOTION","value":"surprised","label":"nice"},
                 {"type":"TEXT","value":"Line one\\nline \\"two\\" \\\\ 🙂"}]
                """;
        var body = FeedbackJson.withAnswers(customer, answers).replace("\"c-42\"", "\"" + customer + "\"");

        // When
        post(body);

        // Then
        var record = awaitRecords(customer, 1).getFirst();
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(getClass().getResourceAsStream("/schemas/FeedbackRecorded.v1.json"));
        assertThat(schema.validate(new ObjectMapper().readTree(record.value()))).isEmpty();
        assertThat(((FeedbackRecorded) EventCodec.read(record))
                        .answers()
                        .getLast()
                        .text())
                .isEqualTo("Line one\nline \"two\" \\ 🙂");
    }

    @Test
    void theSameFromManyAtOnceIsToldOnce() throws InterruptedException {
        // Given
        var customer = newId();
        var body = FeedbackJson.with("id", customer, "customer", customer);

        // When
        List<Integer> statuses = inParallel(20, body);

        // Then
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(19);
        post(FeedbackJson.with("id", customer + "-last", "customer", customer));
        assertThat(awaitRecords(customer, 2))
                .extracting(one -> header(one, "ce_id"))
                .containsExactly(customer, customer + "-last");
    }

    @Test
    void nothingStaysInTheOutbox() {
        // When
        post(FeedbackJson.withId(newId()));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
    }

    private List<Integer> inParallel(int times, String body) throws InterruptedException {
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        try (var threads = Executors.newFixedThreadPool(times)) {
            IntStream.range(0, times).forEach(i -> threads.submit(() -> statuses.add(post(body))));
        }
        return statuses;
    }

    private static int post(String body) {
        return as(TestCredentials.ACME).body(body).post("/api/v1/feedback").statusCode();
    }

    private List<ConsumerRecord<String, byte[]>> awaitRecords(String customer, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> TestKafka.records(kafka, Topics.FEEDBACK, "acme|" + customer),
                        records -> records.size() >= count);
    }

    private long waiting() {
        return pool.query("SELECT count(*) FROM outbox")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
