package io.ressenti.scoring.upkeep;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.privacy.Pseudonym;
import io.ressenti.platform.sql.Columns;
import io.ressenti.scoring.testing.Leftovers;
import io.ressenti.scoring.testing.Scores;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever is done to the tables behind the service's back, a verification finds it, and says where. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class DamageTest {

    @KafkaBootstrapServers
    String servers;

    @Inject
    Pool pool;

    private final String brand = Tokens.newBrand();

    /** c-1 is fragile, c-2 and c-3 are one person at risk; c-5 is c-4, and nothing else is known of them; e-2 says nothing. */
    @BeforeEach
    void customers() {
        try (var kafka = new TestKafka(servers)) {
            kafka.publish(Topics.TOUCHPOINTS, touchpoint(brand, "e-1", "c-1", NOON, Outcome.SUCCESS, delay(36.3)));
            kafka.publish(Topics.TOUCHPOINTS, touchpoint(brand, "e-2", "c-1", NOON, Outcome.SUCCESS));
            kafka.publish(Topics.FEEDBACK, feedback(brand, "r-1", "c-1", NOON, csat(5)));
            kafka.publish(Topics.FEEDBACK, feedback(brand, "r-2", "c-1", NOON.plusSeconds(1), csat(2)));
            kafka.publish(Topics.FEEDBACK, feedback(brand, "r-3", "c-2", NOON, csat(1)));
            kafka.publish(Topics.FEEDBACK, feedback(brand, "r-4", "c-3", NOON, csat(1)));
            kafka.publish(Topics.CUSTOMERS, merged("m-1", "c-2", "c-3"), merged("m-2", "c-5", "c-4"));
        }
        Scores.awaitSignals(brand, "c-1", 3);
        Scores.awaitSignals(brand, "c-2", 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("customer_link") == 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> count("accepted_event") == 6);
    }

    /** No other test finds what this one has broken. */
    @AfterEach
    void removeAll() {
        Leftovers.remove(pool, brand);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer_score.band   | UPDATE customer_score SET band = 'CONTENT'             | customer = 'c-1'
            customer_score.band   | UPDATE customer_score SET band = NULL                  | customer = 'c-1'
            customer_score.band   | UPDATE customer_score SET band = 'AT_RISK'             | customer = 'c-2'
            customer_score.band   | UPDATE customer_score SET told = told + 2              | customer = 'c-1'
            customer_score.band   | UPDATE customer_score SET told = 0                     | customer = 'c-2'
            customer_score.band   | UPDATE customer_score SET at_risk = true               | customer = 'c-1'
            customer_score.band   | UPDATE customer_score SET at_risk = false              | customer = 'c-3'
            customer_score.person | UPDATE customer_score SET person = NULL                | customer = 'c-5'
            customer_score.person | DELETE FROM customer_score                             | customer = 'c-4'
            accepted_event        | UPDATE accepted_event SET customer = 'c-2'             | id = 'r-1'
            accepted_event        | UPDATE accepted_event SET occurred_at = now()          | id = 'r-1'
            accepted_event        | UPDATE accepted_event SET customer = NULL              | id = 'r-1'
            accepted_event        | UPDATE accepted_event SET customer = 'c-1'             | id = 'e-2'
            accepted_event        | DELETE FROM accepted_event                             | id = 'r-1'
            accepted_event        | DELETE FROM signal                                     | event_id = 'r-1'
            accepted_event        | UPDATE signal SET customer = 'c-2'                     | event_id = 'r-1'
            customer_link         | UPDATE customer_link SET holds = false                 | id = 'm-1'
            customer_link         | UPDATE customer_link SET customer = NULL               | id = 'm-1'
            """)
    void isFound(String table, String damage, String where) {
        // Given
        execute(damage + " WHERE brand = $1 AND " + where);

        // When
        var report = table(UpkeepApi.verify(), table);

        // Then
        assertThat(report.getInt("differences")).isEqualTo(1);
        assertThat(report.getMap("examples[0].key")).isEqualTo(Map.of("brand", brand));
    }

    @Test
    void anIdentifierOfNobodyIsFound() {
        // Given
        execute("INSERT INTO customer_score (brand, customer) VALUES ($1, 'c-6')");

        // When
        var report = table(UpkeepApi.verify(), "customer_score.band");

        // Then
        assertThat(report.getInt("differences")).isEqualTo(1);
    }

    @Test
    void anOlderMergeThatHoldsAsWellIsFound() {
        // Given
        execute("""
                INSERT INTO customer_link (brand, source, id, customer, into_customer, occurred_at, received_at, holds)
                VALUES ($1, 'crm', 'm-0', 'c-2', 'c-1', '2026-01-01', '2026-01-01', true)
                """);

        // When
        var report = table(UpkeepApi.verify(), "customer_link");

        // Then
        assertThat(report.getInt("differences")).isEqualTo(1);
    }

    /** One who has signals, one whose merge is all that is known of them, and one into whom they were merged. */
    @ParameterizedTest
    @ValueSource(strings = {"c-1", "c-5", "c-4"})
    void whatIsLeftOfAnErasedCustomerIsFound(String customer) {
        // Given an erasure that has left everything where it is
        erase(customer, Instant.now());

        // When
        var report = table(UpkeepApi.verify(), "erased_customer");

        // Then
        assertThat(report.getInt("differences")).isEqualTo(1);
    }

    @Test
    void whatWasReceivedAfterAnErasureIsNoDamage() {
        // Given
        erase("c-1", NOON);

        // When
        var report = table(UpkeepApi.verify(), "erased_customer");

        // Then
        assertThat(report.getInt("differences")).isZero();
    }

    private void erase(String customer, Instant until) {
        pool.preparedQuery("INSERT INTO erased_customer (pseudonym, brand, received_at) VALUES ($1, $2, $3)")
                .executeAndAwait(Tuple.of(Pseudonym.of(brand, customer), brand, Columns.atUtc(until)));
    }

    private CustomersMerged merged(String id, String customer, String into) {
        return new CustomersMerged(id, "crm", brand, customer, into, NOON, NOON.plusSeconds(1));
    }

    private long count(String table) {
        return pool.preparedQuery("SELECT count(*) FROM " + table + " WHERE brand = $1")
                .executeAndAwait(Tuple.of(brand))
                .iterator()
                .next()
                .getLong(0);
    }

    private static JsonPath table(JsonPath run, String name) {
        return run.setRootPath("tables.find { it.table == '%s' }".formatted(name));
    }

    private void execute(String statement) {
        pool.preparedQuery(statement).executeAndAwait(Tuple.of(brand));
    }
}
