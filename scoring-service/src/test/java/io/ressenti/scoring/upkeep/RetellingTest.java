package io.ressenti.scoring.upkeep;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Band;
import io.ressenti.contracts.CustomerScoreChanged;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.scoring.testing.Scores;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A rebuild that is killed after its switch has told nobody yet: somebody else does. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class RetellingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @KafkaBootstrapServers
    String servers;

    @Inject
    Pool pool;

    @Inject
    Retelling retelling;

    private TestKafka kafka;
    private final String brand = Tokens.newBrand();

    @BeforeEach
    void connect() {
        kafka = new TestKafka(servers);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void isTakenUpWhereItWasCutShort() {
        // Given four customers, each told of once
        for (var customer : List.of("changed", "same", "told-since", "new")) {
            kafka.publish(Topics.FEEDBACK, feedback(brand, "r-" + customer, customer, NOON, csat(1)));
            Scores.awaitSignals(brand, customer, 1);
        }

        // When all that is there is what a rebuild leaves that is killed after its switch
        execute("""
                CREATE SCHEMA replaced;
                CREATE TABLE replaced.customer_score AS
                    SELECT * FROM public.customer_score WHERE brand = '%1$s' AND customer <> 'new';
                UPDATE replaced.customer_score SET told = 70, band = 'CONTENT' WHERE customer IN ('changed', 'told-since');
                UPDATE replaced.customer_score SET told = 0.5 WHERE customer = 'same';
                INSERT INTO replaced.customer_score (brand, customer, n, weight, weighted_value, squared_weight, at_risk, told, band)
                    VALUES ('%1$s', 'gone', 1, 1, 50, 1, false, 50, 'FRAGILE');
                UPDATE public.customer_score SET told = NULL WHERE brand = '%1$s' AND customer <> 'told-since';
                """.formatted(brand));

        // Then who has changed is told of, and who is new, and who is gone; then nothing is left to do
        await().atMost(PATIENCE).until(() -> !retelling.isDue().await().indefinitely());
        var told = kafka.scores(brand);
        assertThat(told)
                .extracting(CustomerScoreChanged::customer)
                .containsExactlyInAnyOrder("changed", "changed", "same", "told-since", "new", "new");
        assertThat(told)
                .filteredOn(score -> score.customer().equals("changed"))
                .extracting(CustomerScoreChanged::bandBefore)
                .containsExactly(null, Band.CONTENT);
        assertThat(kafka.records(Topics.SCORES))
                .filteredOn(score -> score.key().startsWith(brand + "|") && score.value() == null)
                .extracting(score -> score.key())
                .containsExactly(brand + "|gone");
        assertThat(untold()).isZero();
    }

    private long untold() {
        return pool.query("SELECT count(*) FROM customer_score WHERE told IS NULL AND brand = '" + brand + "'")
                .executeAndAwait()
                .iterator()
                .next()
                .getLong(0);
    }

    /** All statements at once, or none. */
    private void execute(String statements) {
        pool.query(statements).executeAndAwait();
    }
}
