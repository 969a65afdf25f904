package io.ressenti.scoring.upkeep;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.SignalDissatisfied;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.scoring.testing.Folding;
import io.ressenti.scoring.testing.Scores;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static org.assertj.core.api.Assertions.assertThat;

/** A rebuild mends what is wrong, while everything goes on. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class RebuildTest {

    /** What stays where it is when scores are made anew. */
    private static final Set<String> KEPT = Set.of(
            "drop_progress", "drop_watch", "drop_found", "drop_told", "outbox", "upkeep_run", "flyway_schema_history");

    @KafkaBootstrapServers
    String servers;

    @Inject
    Pool pool;

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
    void mendsWhatIsWrongWhileEventsArrive() throws InterruptedException {
        // Given sums and a score that are wrong, and customers who go on answering
        answer("c-1", 0, 5);
        Scores.awaitSignals(brand, "c-1", 5);
        Folding.foldAll(pool);
        execute("UPDATE metric_sum SET n = n + 7 WHERE brand = $1");
        execute("UPDATE customer_score SET n = n + 7, weighted_value = 0 WHERE brand = $1");
        assertThat(UpkeepApi.verify().getBoolean("consistent")).isFalse();
        var done = new AtomicBoolean();
        var busy = Thread.ofVirtual().start(() -> {
            for (int i = 0; !done.get(); i++) {
                answer("c-2", i, i + 1);
            }
        });

        // When
        var run = UpkeepApi.toTheEnd(RebuildResource.PATH);

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("DONE");
        assertThat(run.getLong("lost")).isZero();
        done.set(true);
        busy.join();
        var answered = kafka.count(Topics.FEEDBACK, brand);
        Scores.awaitSignals(brand, "c-2", answered - 5);
        Scores.awaitSignals(brand, "c-1", 5);
        var verified = UpkeepApi.verify();
        assertThat(verified.getBoolean("consistent")).as(verified.prettify()).isTrue();
        assertThat(kafka.dissatisfaction(brand).stream().filter(SignalDissatisfied.class::isInstance))
                .as("each is told of once")
                .hasSize(answered)
                .extracting(fact -> ((SignalDissatisfied) fact).cause().eventId())
                .doesNotHaveDuplicates();
    }

    @Test
    void knowsTheErasedAndTheMergedAgain() {
        // Given one who was erased, and two who are one
        answer("c-1", 0, 1);
        answer("c-2", 0, 2);
        answer("c-3", 0, 3);
        Scores.awaitSignals(brand, "c-3", 3);
        var later = NOON.plusSeconds(3600);
        kafka.publish(Topics.CUSTOMERS, new CustomerErased("x-1", "crm", brand, "c-1", later, later));
        kafka.publish(Topics.CUSTOMERS, new CustomersMerged("m-1", "crm", brand, "c-2", "c-3", later, later));
        Scores.awaitSignals(brand, "c-2", 5);
        Scores.awaitUnknown(brand, "c-1");

        // When
        var run = UpkeepApi.toTheEnd(RebuildResource.PATH);

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("DONE");
        Scores.awaitSignals(brand, "c-2", 5);
        Scores.awaitUnknown(brand, "c-1");
        assertThat(UpkeepApi.verify().getBoolean("consistent")).isTrue();
    }

    @Test
    void switchesOverWhileCustomersAreMergedAndErased() throws InterruptedException {
        // Given one who goes on being merged, un-merged and erased, and many of whom the same is told
        answer("c-1", 0, 1);
        Scores.awaitSignals(brand, "c-1", 1);
        var done = new AtomicBoolean();
        var busy = Thread.ofVirtual().start(() -> {
            for (int i = 0; !done.get(); i++) {
                var at = NOON.plusSeconds(i);
                var customer = "c-" + i % 20;
                kafka.publish(Topics.CUSTOMERS, new CustomersMerged("m-" + i, "crm", brand, customer, "c-20", at, at));
                kafka.publish(Topics.CUSTOMERS, new CustomersUnmerged("u-" + i, "crm", brand, "c-" + i % 7, at, at));
                kafka.publish(Topics.CUSTOMERS, new CustomerErased("x-" + i, "crm", brand, "c-" + i % 11, at, at));
                answer(customer, i, i + 1);
            }
        });

        // When
        var run = UpkeepApi.toTheEnd(RebuildResource.PATH);

        // Then
        done.set(true);
        busy.join();
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("DONE");
        var verified = UpkeepApi.verify();
        assertThat(verified.getBoolean("consistent")).as(verified.prettify()).isTrue();
    }

    @Test
    void tellsWhichScoresHaveChanged() {
        // Given a customer of whom something wrong was told
        answer("c-1", 0, 2);
        Scores.awaitSignals(brand, "c-1", 2);
        execute("UPDATE customer_score SET weighted_value = weight * 90, told = 90, band = 'CONTENT' WHERE brand = $1");
        var before = kafka.scores(brand).size();

        // When
        UpkeepApi.toTheEnd(RebuildResource.PATH);

        // Then
        assertThat(kafka.scores(brand)).hasSize(before + 1);
        assertThat(kafka.scores(brand).getLast().experienced()).isZero();
        assertThat(kafka.scores(brand).getLast().bandBefore().name()).isEqualTo("CONTENT");
    }

    @Test
    void refusesToLoseEventsUnlessForced() {
        // Given an event that counts and stands on no topic
        answer("c-1", 0, 1);
        Scores.awaitSignals(brand, "c-1", 1);
        execute("UPDATE accepted_event SET id = 'gone' WHERE brand = $1");
        execute("UPDATE signal SET event_id = 'gone' WHERE brand = $1");

        // When
        var refused = UpkeepApi.toTheEnd(RebuildResource.PATH);

        // Then
        assertThat(refused.getString("state")).isEqualTo("FAILED");
        assertThat(refused.getString("failure")).startsWith("1 events that count stand on no topic any more");
        assertThat(events()).containsExactly("gone");
        var forced = UpkeepApi.toTheEnd(RebuildResource.PATH + "?force=true");
        assertThat(forced.getLong("lost")).isEqualTo(1);
        assertThat(events()).containsExactly("c-1-0");
    }

    @Test
    void startsAfreshWhereAnotherWasKilled() {
        // Given what a killed rebuild leaves behind
        pool.query("CREATE SCHEMA IF NOT EXISTS rebuild").executeAndAwait();
        pool.query("CREATE TABLE rebuild.accepted_event (of_another_time text)").executeAndAwait();

        // When
        var run = UpkeepApi.toTheEnd(RebuildResource.PATH);

        // Then
        assertThat(run.getString("state")).as(run.prettify()).isEqualTo("DONE");
        assertThat(tables("rebuild")).isEmpty();
    }

    @Test
    void knowsEveryTable() {
        assertThat(tables("public"))
                .as("a new table either follows from the topics, and belongs to RebuildSchema.DERIVED, or is kept")
                .containsAll(RebuildSchema.DERIVED)
                .allMatch(table -> RebuildSchema.DERIVED.contains(table) || KEPT.contains(table));
    }

    /** Bad answers of one customer, at the same moment each: each is told of. */
    private void answer(String customer, int from, int to) {
        for (int i = from; i < to; i++) {
            kafka.publish(Topics.FEEDBACK, feedback(brand, customer + "-" + i, customer, NOON, csat(1)));
        }
    }

    private List<String> events() {
        return strings("SELECT id FROM accepted_event WHERE brand = $1", brand);
    }

    private List<String> tables(String schema) {
        return strings("SELECT tablename::text FROM pg_tables WHERE schemaname = $1", schema);
    }

    private List<String> strings(String query, String parameter) {
        var rows = pool.preparedQuery(query).executeAndAwait(Tuple.of(parameter));
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.toList());
    }

    private void execute(String update) {
        pool.preparedQuery(update).executeAndAwait(Tuple.of(brand));
    }
}
