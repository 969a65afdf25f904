package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.CustomerErased;
import io.ressenti.platform.privacy.ErasedCustomers;
import io.ressenti.touchpoint.catalogue.PartnerDiscovery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An erasure and an event at the same moment: whichever comes first, the line is not there in the end. */
class ErasureRaceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final OffsetDateTime ALL = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final String WAITING =
            "SELECT FROM pg_locks WHERE relation = 'erased_customer'::regclass AND NOT granted";

    private static JourneyDatabase database;

    private final ErasedCustomers erasures = new ErasedCustomers();

    @BeforeAll
    static void start() {
        database = JourneyDatabase.start().migratedTo("latest");
        new JourneyMonths(database.pool())
                .ensure(Batch.of(List.of(delivery("any"))).months())
                .await()
                .atMost(PATIENCE);
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void anErasureWaitsForWhoeverIsStoringAndDeletesIt() {
        // Given a transaction that has found nobody erased, and stores
        var storing = database.pool().getConnection().await().atMost(PATIENCE);
        var transaction = storing.begin().await().atMost(PATIENCE);
        store(storing, "c-1");

        // When
        var erasing = erase("c-1").subscribeAsCompletionStage();

        // Then
        await().atMost(PATIENCE).until(() -> database.rows(WAITING).size() == 1);
        assertThat(erasing).isNotDone();
        transaction.commit().await().atMost(PATIENCE);
        storing.close().await().atMost(PATIENCE);
        assertThat(erasing).succeedsWithin(PATIENCE);
        assertThat(lines("c-1")).isZero();
    }

    @Test
    void whoeverStoresWaitsForAnErasureAndLeavesTheEventOut() {
        // Given a transaction that erases
        var erasing = database.pool().getConnection().await().atMost(PATIENCE);
        var transaction = erasing.begin().await().atMost(PATIENCE);
        erasures.remember(erasing, List.of(erased("c-2"))).await().atMost(PATIENCE);

        // When
        var storing = database.store()
                .add(List.of(delivery("c-2")), PartnerDiscovery.newSet())
                .subscribeAsCompletionStage();

        // Then
        await().atMost(PATIENCE).until(() -> database.rows(WAITING).size() == 1);
        transaction.commit().await().atMost(PATIENCE);
        erasing.close().await().atMost(PATIENCE);
        assertThat(storing).succeedsWithin(PATIENCE);
        assertThat(lines("c-2")).isZero();
    }

    private void store(SqlConnection connection, String customer) {
        erasures.standing(connection, List.of(delivery(customer)), Arrival::mention)
                .invoke(standing -> assertThat(standing).hasSize(1))
                .chain(standing ->
                        new JourneyTable().add(connection, Batch.of(standing).lines(), ALL))
                .await()
                .atMost(PATIENCE);
    }

    private Uni<Void> erase(String customer) {
        var erased = List.of(erased(customer));
        return database.pool().withTransaction(connection -> erasures.remember(connection, erased)
                .chain(() -> new JourneyEraser().erase(connection, erased)));
    }

    private static Arrival delivery(String customer) {
        return Arrivals.of(
                new ATouchpoint().id("of-" + customer).customer(customer).build());
    }

    private static CustomerErased erased(String customer) {
        var at = Instant.parse("2018-01-19T00:00:00Z");
        return new CustomerErased("erased-" + customer, "test", "acme", customer, at, at);
    }

    private static int lines(String customer) {
        return database.rows("SELECT FROM journey_entry WHERE customer = '" + customer + "'")
                .size();
    }
}
