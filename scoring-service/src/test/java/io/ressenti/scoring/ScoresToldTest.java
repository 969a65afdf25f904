package io.ressenti.scoring;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Band;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomerScoreChanged;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** cx.scores.v1: the last record of a customer says how they stand. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class ScoresToldTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @KafkaBootstrapServers
    String servers;

    private final String brand = Tokens.newBrand();
    private TestKafka kafka;

    @BeforeEach
    void connect() {
        kafka = new TestKafka(servers);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void tellsAScoreAgainWhenItHasChanged() {
        // Given
        kafka.publish(Topics.FEEDBACK, feedback(brand, "r-1", "c-1", NOON, csat(5)));
        await().atMost(PATIENCE).until(() -> told("c-1").size() == 1);

        // When
        kafka.publish(Topics.FEEDBACK, feedback(brand, "r-2", "c-1", NOON.plusSeconds(1), csat(1)));

        // Then
        await().atMost(PATIENCE).until(() -> told("c-1").size() == 2);
        var last = (CustomerScoreChanged) EventCodec.read(told("c-1").getLast());
        assertThat(last.band()).isEqualTo(Band.AT_RISK);
        assertThat(last.bandBefore()).isEqualTo(Band.AMBASSADOR);
        assertThat(last.n()).isEqualTo(2);
        assertThat(last.remembered()).isZero();
    }

    @Test
    void leavesAnEmptyRecordOfAnErasedCustomer() {
        // Given
        kafka.publish(Topics.FEEDBACK, feedback(brand, "r-1", "c-1", NOON, csat(5)));
        await().atMost(PATIENCE).until(() -> told("c-1").size() == 1);

        // When
        kafka.publish(
                Topics.CUSTOMERS,
                new CustomerErased("e-1", "crm", brand, "c-1", NOON.plusSeconds(60), NOON.plusSeconds(60)));

        // Then
        await().atMost(PATIENCE).until(() -> told("c-1").size() == 2);
        assertThat(told("c-1").getLast().value()).isNull();
    }

    private List<ConsumerRecord<String, byte[]>> told(String customer) {
        return kafka.records(Topics.SCORES).stream()
                .filter(record -> record.key().equals(EventCodec.keyOf(brand, customer)))
                .toList();
    }
}
