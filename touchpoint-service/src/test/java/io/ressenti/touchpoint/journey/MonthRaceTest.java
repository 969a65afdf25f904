package io.ressenti.touchpoint.journey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances that add or drop the same month: the second waits for the first, and then sees what it left. */
class MonthRaceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final OffsetDateTime NOW = OffsetDateTime.now(ZoneOffset.UTC);
    private static final String WAITING = "SELECT FROM pg_locks WHERE NOT granted";

    private static JourneyDatabase database;

    private SqlConnection first;
    private Transaction transaction;

    @BeforeAll
    static void start() {
        database = JourneyDatabase.start().migratedTo("latest");
        // The service gives up early. Here nobody may, however slow the machine is.
        database.rows("ALTER FUNCTION drop_journey_month(timestamptz) SET lock_timeout = 0");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void begin() {
        while (drop(database.pool())) {
            // Until no month is left.
        }
        first = database.pool().getConnection().await().atMost(PATIENCE);
        transaction = first.begin().await().atMost(PATIENCE);
    }

    @AfterEach
    void close() {
        first.close().await().atMost(PATIENCE);
    }

    @Test
    void whoeverWaitedFindsTheMonthThatTheOtherAdded() {
        // Given
        add("2018-04-01");

        // When
        var second = addBeside("2018-04-01").subscribeAsCompletionStage();

        // Then
        await().atMost(PATIENCE).until(() -> database.rows(WAITING).size() == 1);
        transaction.commit().await().atMost(PATIENCE);
        assertThat(second).succeedsWithin(PATIENCE);
        assertThat(partitions("journey_entry_2018_04")).isEqualTo(1);
    }

    @Test
    void whoeverWaitedAddsTheMonthThatTheOtherTookBack() {
        // Given
        add("2018-05-01");

        // When
        var second = addBeside("2018-05-01").subscribeAsCompletionStage();

        // Then
        await().atMost(PATIENCE).until(() -> database.rows(WAITING).size() == 1);
        transaction.rollback().await().atMost(PATIENCE);
        assertThat(second).succeedsWithin(PATIENCE);
        assertThat(partitions("journey_entry_2018_05")).isEqualTo(1);
    }

    @Test
    void whoeverWaitedPassesOverTheMonthThatTheOtherDropped() {
        // Given
        addBeside("2003-03-01").await().atMost(PATIENCE);
        assertThat(drop(first)).isTrue();

        // When
        var second = new TrimTable(database.pool()).dropMonth(NOW).subscribeAsCompletionStage();

        // Then
        await().atMost(PATIENCE).until(() -> database.rows(WAITING).size() == 1);
        transaction.commit().await().atMost(PATIENCE);
        assertThat(second).succeedsWithin(PATIENCE).isEqualTo(false);
        assertThat(partitions("journey_entry_2003_03")).isZero();
    }

    private void add(String month) {
        first.preparedQuery("SELECT add_journey_months($1)")
                .execute(Tuple.tuple().addArrayOfLocalDate(new LocalDate[] {LocalDate.parse(month)}))
                .await()
                .atMost(PATIENCE);
    }

    private static Uni<Void> addBeside(String month) {
        return new JourneyMonths(database.pool()).ensure(Set.of(LocalDate.parse(month)));
    }

    private static boolean drop(SqlClient client) {
        return client.preparedQuery("SELECT drop_journey_month($1) AS dropped")
                .execute(Tuple.of(NOW))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getBoolean("dropped");
    }

    private static int partitions(String name) {
        return database.rows(
                        "SELECT FROM pg_inherits WHERE inhparent = 'journey_entry'::regclass AND inhrelid::regclass::text = '"
                                + name + "'")
                .size();
    }
}
