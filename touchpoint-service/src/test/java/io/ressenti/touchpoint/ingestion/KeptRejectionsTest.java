package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.Flaw;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.touchpoint.Contract;
import io.ressenti.touchpoint.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** What is refused is kept on its topic, with what is needed to repair it. */
@QuarkusTest
class KeptRejectionsTest extends IngestionScenario {

    @KafkaBootstrapServers
    String kafka;

    @Test
    void aRefusedEventIsKeptWithItsReason() {
        // Given
        var event = delivery("a", customer, TIME).replace("COURIER", "FAX");

        // When
        acme().body(event).post(ONE).then().statusCode(422);

        // Then
        var kept = rejected(1).getFirst();
        assertThat(kept.brand()).isEqualTo("acme");
        assertThat(kept.eventId()).isEqualTo("a");
        assertThat(kept.eventSource()).isEqualTo("app-of-" + customer);
        assertThat(kept.reason()).isEqualTo("unknown-channel");
        assertThat(kept.errors()).extracting(Flaw::pointer).containsExactly("/channel");
        assertThat(kept.event()).isEqualTo(event);
        assertThat(kept.occurredAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void theFactsKeepTheContract() {
        // Given
        var event = delivery("a", customer, TIME).replace("COURIER", "FAX");

        // When
        acme().body(event).post(ONE).then().statusCode(422);

        // Then
        var text = EventCodec.toJson(rejected(1).getFirst());
        assertThat(Contract.violations(EventRejected.class, text)).isEmpty();
    }

    @Test
    void eachBadItemOfABatchIsKeptByItself() {
        // Given
        var batch = "[{\"id\":\"x\",\"source\":\"app-of-%s\"},%s,{\"source\":\"app-of-%s\",\"id\":5}]"
                .formatted(customer, delivery("good", customer, TIME), customer);

        // When
        acme().body(batch).post(BATCH).then().statusCode(202).body("rejected", hasSize(2));

        // Then
        assertThat(rejected(2))
                .extracting(EventRejected::reason)
                .containsExactlyInAnyOrder("invalid", "malformed-request");
    }

    @Test
    void aRefusedCloudEventOfBinaryModeIsKeptInStructuredMode() {
        // Given
        var request = acme().header("ce-specversion", "1.0")
                .header("ce-type", "com.example.someevent")
                .header("ce-id", "a%20b")
                .header("ce-source", "app-of-" + customer)
                .header("ce-time", TIME);

        // When
        request.body("{\"touchpoint\":\"order-delivered\",\"channel\":\"FAX\"}")
                .post(ONE)
                .then()
                .statusCode(422);

        // Then
        var kept = rejected(1).getFirst();
        assertThat(kept.eventId()).isEqualTo("a b");
        assertThat(kept.event())
                .contains("\"id\":\"a b\"")
                .endsWith(",\"data\":{\"touchpoint\":\"order-delivered\",\"channel\":\"FAX\"}}");
    }

    @Test
    void aDryRunAnswersTheSameAndKeepsNothing() {
        // Given a batch of a good and a bad event, and after it the same bad one for real
        var batch =
                "[%s,{\"id\":\"dry\",\"source\":\"app-of-%s\"}]".formatted(delivery("dry", customer, TIME), customer);

        // When
        var answer = acme().queryParam("dryRun", true).body(batch).post(BATCH);

        // Then
        answer.then().statusCode(200).body("accepted", equalTo(1)).body("rejected[0].id", equalTo("dry"));
        acme().body("{\"id\":\"wet\",\"source\":\"app-of-%s\"}".formatted(customer))
                .post(ONE);
        acme().body(delivery("wet", customer, TIME)).post(ONE).then().statusCode(202);
        assertThat(rejected(1)).extracting(EventRejected::eventId).containsExactly("wet");
        assertThat(new Topic(kafka, Topics.TOUCHPOINTS)
                        .read(record -> record.key().equals("acme|" + customer), 1))
                .extracting(record -> ((TouchpointRecorded) EventCodec.read(record)).id())
                .containsExactly("wet");
    }

    @Test
    void aDryRunOfOneEventSaysTheSameToo() {
        // When
        var answer = acme().queryParam("dryRun", true)
                .body(delivery("dry", customer, TIME))
                .post(ONE);

        // Then
        answer.then().statusCode(200).body("id", equalTo("dry"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun", "?dryRun=", "?dryRun=perhaps", "?dryRun=true&dryRun=false"})
    void whoeverMayWantADryRunSendsNothingInEarnest(String query) {
        // When
        var answer = acme().body(delivery("dry", customer, TIME)).post(ONE + query);

        // Then
        answer.then().statusCode(422).body("detail", equalTo("The parameter dryRun must be true or false."));
    }

    private List<EventRejected> rejected(int count) {
        return new Topic(kafka, Topics.REJECTED)
                        .read(
                                record -> new String(record.value(), StandardCharsets.UTF_8)
                                        .contains("app-of-" + customer),
                                count)
                        .stream()
                        .map(record -> (EventRejected) EventCodec.read(record))
                        .toList();
    }
}
