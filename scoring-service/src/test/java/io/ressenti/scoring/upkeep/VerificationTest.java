package io.ressenti.scoring.upkeep;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.scoring.testing.Folding;
import io.ressenti.scoring.testing.Leftovers;
import io.ressenti.scoring.testing.Scores;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.equalTo;

/** A verification finds what is wrong, and nothing else. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class VerificationTest {

    @KafkaBootstrapServers
    String servers;

    @Inject
    Pool pool;

    @Inject
    UpkeepRuns runs;

    private final String brand = Tokens.newBrand();

    /** Three signals of one customer. */
    @BeforeEach
    void someSignals() {
        try (var kafka = new TestKafka(servers)) {
            kafka.publish(Topics.TOUCHPOINTS, touchpoint(brand, "e-1", "c-1", NOON, Outcome.SUCCESS, delay(36.3)));
            kafka.publish(Topics.FEEDBACK, feedback(brand, "r-1", "c-1", NOON, csat(5)));
            kafka.publish(Topics.FEEDBACK, feedback(brand, "r-2", "c-1", NOON.plusSeconds(1), csat(2)));
        }
        Scores.awaitSignals(brand, "c-1", 3);
        Folding.foldAll(pool);
    }

    /** No test finds what another one has broken. */
    @AfterEach
    void mend() {
        Leftovers.remove(pool, brand);
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        // When
        var run = UpkeepApi.verify();

        // Then
        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getBoolean("consistent")).as(run.prettify()).isTrue();
        assertThat(run.getLong("signals")).isGreaterThanOrEqualTo(3);
        assertThat(run.getList("tables.table", String.class))
                .containsExactly(
                        "metric_sum",
                        "metric_rollup",
                        "five_minute_sum",
                        "customer_score",
                        "customer_score.person",
                        "customer_score.band",
                        "accepted_event",
                        "customer_link",
                        "erased_customer");
        assertThat(run.getList("tables.rows", Integer.class).subList(0, 4)).allMatch(rows -> rows > 0);
    }

    @Test
    void findsASumThatIsWrong() {
        // Given
        execute("UPDATE metric_sum SET n = 2 WHERE brand = $1 AND series = 'EXPERIENCE:OBSERVED'");

        // When
        var table = table(UpkeepApi.verify(), "metric_sum");

        // Then
        assertThat(table.getInt("differences")).isEqualTo(1);
        assertThat(table.getString("examples[0].key.brand")).isEqualTo(brand);
        assertThat(table.getString("examples[0].key.touchpoint")).isEqualTo("order-delivered");
        assertThat(table.getDouble("examples[0].stored.n")).isEqualTo(2);
        assertThat(table.getDouble("examples[0].recomputed.n")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET n[1] = 7",
                "SET period = period + interval '1 month'",
                "SET starts[1] = starts[1] + interval '1 month'"
            })
    void findsPackedSumsThatAreWrong(String damage) {
        // Given
        Folding.foldAndPackAll(pool);
        execute(
                "UPDATE metric_series " + damage
                        + " WHERE brand = $1 AND series = 'EXPERIENCE:OBSERVED' AND dimensions = 'TOUCHPOINT' AND span = 'DAY'");

        // When
        var table = table(UpkeepApi.verify(), "metric_rollup");

        // Then
        assertThat(table.getInt("differences")).isEqualTo(1);
        assertThat(table.getString("examples[0].key.brand")).isEqualTo(brand);
        assertThat(table.getString("examples[0].key.touchpoint")).isEqualTo("order-delivered");
    }

    @Test
    void findsACustomersScoreThatIsWrongAndDoesNotSayWhose() {
        // Given
        execute("UPDATE customer_score SET n = 4 WHERE brand = $1");

        // When
        var table = table(UpkeepApi.verify(), "customer_score");

        // Then
        assertThat(table.getInt("differences")).isEqualTo(1);
        assertThat(table.getMap("examples[0].key")).isEqualTo(Map.of("brand", brand));
        assertThat(table.getDouble("examples[0].stored.n")).isEqualTo(4);
        assertThat(table.getDouble("examples[0].recomputed.n")).isEqualTo(3);
    }

    @Test
    void doesNotRunBesideAnother() {
        // Given somebody who holds the lock
        var other = pool.getConnection().await().indefinitely();
        assertThat(runs.tryLock(other).await().indefinitely()).isTrue();

        // When
        var answer = UpkeepApi.as("operator").post(VerificationResource.PATH).then();

        // Then
        answer.statusCode(409).contentType("application/problem+json");
        runs.unlock(other).await().indefinitely();
        other.closeAndAwait();
    }

    @Test
    void doesNothingThatOnlyItMayDoOnceAnotherHasBegun() {
        // Given a run that has lost its lock to another
        var lost = runs.begin(Rebuild.NAME, "test").await().indefinitely();
        var other = runs.begin(Rebuild.NAME, "test").await().indefinitely();
        var done = new ArrayList<UpkeepRun>();

        // When
        var refused = catchThrowable(() -> runs.fenced(lost, () -> done.add(lost)));

        // Then
        assertThat(refused).isInstanceOf(UpkeepFailedException.class);
        runs.fenced(other, () -> done.add(other));
        assertThat(done).containsExactly(other);
    }

    @Test
    void showsARunWhoseInstanceDiedAsInterrupted() {
        // Given a run that nobody performs
        var dead = runs.begin(Verification.NAME, "test").await().indefinitely();

        // When
        var answer = UpkeepApi.as("operator").get(VerificationResource.PATH + "/" + dead.id());

        // Then
        answer.then().statusCode(200).body("state", equalTo("INTERRUPTED"));
    }

    @Test
    void isForOperatorsOnly() {
        given().auth()
                .oauth2(TestCredentials.ACME)
                .post(VerificationResource.PATH)
                .then()
                .statusCode(403);
        UpkeepApi.as("analyst")
                .get(VerificationResource.PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(403);
        UpkeepApi.as("operator")
                .get(VerificationResource.PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void refusesUnknownParameters() {
        UpkeepApi.as("operator")
                .post(VerificationResource.PATH + "?brand=" + brand)
                .then()
                .statusCode(422);
        UpkeepApi.as("operator")
                .get(VerificationResource.PATH + "/" + UUID.randomUUID() + "?brand=" + brand)
                .then()
                .statusCode(422);
        UpkeepApi.as("operator")
                .get(RebuildResource.PATH + "/" + UUID.randomUUID() + "?brand=" + brand)
                .then()
                .statusCode(422);
    }

    private static JsonPath table(JsonPath run, String name) {
        return run.setRootPath("tables.find { it.table == '%s' }".formatted(name));
    }

    private void execute(String update) {
        pool.preparedQuery(update).executeAndAwait(Tuple.of(brand));
    }
}
