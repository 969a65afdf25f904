package io.ressenti.scoring.cluster;

import io.ressenti.contracts.Topics;
import io.ressenti.scoring.testing.Tokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances, and the worst moment for something to happen to one of them: in the middle of a transaction, where it is held by a
 * lock that the test has on a table. Afterwards each event has counted once, and every sum is that of its signals.
 */
class FaultsIT {

    private static final int ANSWERS = 200;
    private static final int CUSTOMERS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static Cluster cluster;

    private final String brand = Tokens.newBrand();

    @BeforeAll
    static void start() {
        cluster = Cluster.start();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void bothAreThere() {
        cluster.other().startIfEnded();
        cluster.other().thaw();
        cluster.one().awaitReady();
        cluster.other().awaitReady();
        cluster.awaitBothThere();
    }

    @Test
    void killedInMidTransaction() throws SQLException {
        // Given both in the middle of a transaction
        try (var database = cluster.database()) {
            holdTransactions(database);
            publishAnswers();
            awaitTransactionsHeld(database);

            // When
            cluster.other().kill();
            database.commit();
        }

        // Then the one that is left does the rest
        assertEachCountedOnce();
    }

    @Test
    void frozenInMidTransactionAndBackAsAZombie() throws SQLException {
        // Given both in the middle of a transaction
        try (var database = cluster.database()) {
            holdTransactions(database);
            publishAnswers();
            awaitTransactionsHeld(database);

            // When one of them stands still until the other has its partitions and its work is done, and then goes on
            cluster.other().freeze();
            database.commit();
        }
        cluster.awaitOneLeft();
        cluster.awaitAllCounted();
        cluster.other().thaw();

        // Then what it still had in hand changes nothing
        cluster.other().awaitReady();
        cluster.awaitBothThere();
        assertEachCountedOnce();
    }

    @Test
    void postgreSqlRestarted() throws SQLException {
        // Given both in the middle of a transaction
        try (var database = cluster.database()) {
            holdTransactions(database);
            publishAnswers();
            awaitTransactionsHeld(database);

            // When it ends, and what was not committed is gone
            cluster.restartPostgreSql();
        }

        // Then
        assertEachCountedOnce();
    }

    @Test
    void poison() {
        // Given
        var event = feedback(brand, "poison", "c-0", NOON, csat(1));

        // When it comes between the others
        publishAnswers();
        cluster.kafka().publishRaw(Topics.FEEDBACK, event, "{ this is no event");
        cluster.kafka().publish(Topics.FEEDBACK, feedback(brand, "r-\0", "c-0", NOON, csat(1)));
        cluster.kafka().publish(Topics.FEEDBACK, feedback(brand, "r-9", "c-0", NOON, csat(9)));

        // Then
        assertEachCountedOnce();
        assertThat(cluster.kafka().count(Topics.deadLettersOf(Topics.FEEDBACK), brand))
                .isEqualTo(3);
    }

    private void publishAnswers() {
        IntStream.range(0, ANSWERS).forEach(i -> cluster.kafka()
                .send(Topics.FEEDBACK, feedback(brand, "r-" + i, "c-" + i % CUSTOMERS, NOON, csat(1 + i % 5))));
    }

    /** Transactions get as far as the signals, and no farther. */
    private static void holdTransactions(Connection database) throws SQLException {
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute("LOCK TABLE signal IN EXCLUSIVE MODE");
        }
    }

    private static void awaitTransactionsHeld(Connection database) {
        await("both are in mid-transaction").atMost(PATIENCE).until(() -> {
            try (var statement = database.createStatement();
                    var waiting = statement.executeQuery("""
                            SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'signal'::regclass""")) {
                return waiting.next() && waiting.getInt(1) >= 2;
            }
        });
    }

    private void assertEachCountedOnce() {
        cluster.awaitAllCounted();
        var published = new PublishedScores(cluster.one().url(), brand);
        var csat = new Query("csat", "scale=5", "CSAT:5", List.of(), null);
        published.assertRows(csat, Map.of("", new PlainScores.Row(ANSWERS, 40)));
        assertThat(published.verification().getBoolean("consistent")).isTrue();
    }
}
