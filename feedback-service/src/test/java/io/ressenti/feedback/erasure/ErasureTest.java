package io.ressenti.feedback.erasure;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.ressenti.feedback.TestKafka;
import io.ressenti.platform.privacy.Pseudonym;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
class ErasureTest extends ServiceTest {

    private static final String PATH = "/api/v1/feedback";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Test
    void whatAnErasedCustomerSaidIsGoneWithItsHistory() {
        // Given
        var customer = newId();
        record(customer, "r-1", "first").statusCode(201);
        amend(customer, "r-1", "second");
        record(customer, "r-2", "more").statusCode(201);

        // When
        erase("acme", customer, Instant.now());

        // Then
        awaitErased(customer);
        assertThat(rows("feedback", customer)).isZero();
        assertThat(rows("feedback_revision", customer)).isZero();
        find(customer, "r-1").statusCode(404);
    }

    @Test
    void whatIsSaidAfterwardsCountsAgainUnderTheSameId() {
        // Given
        var customer = newId();
        record(customer, "r-1", "first").statusCode(201);
        erase("acme", customer, Instant.now());
        awaitErased(customer);

        // When
        var response = record(customer, "r-1", "again");

        // Then
        response.statusCode(201).body("comment", equalTo("again")).body("revision", equalTo(0));
    }

    @Test
    void whatWasReceivedBeforeAndIsStoredAfterwardsIsRefused() {
        // Given
        var customer = newId();
        erase("acme", customer, Instant.now().plusSeconds(60));
        awaitErased(customer);

        // When
        var response = record(customer, "r-1", "on its way");

        // Then
        response.statusCode(409).body("type", equalTo("urn:ressenti:problem:customer-erased"));
        as(TestCredentials.ACME)
                .body("[" + body(customer, "r-1", "on its way") + "," + body(newId(), "r-2", "fine") + "]")
                .post(PATH + "/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected[0].problem.type", equalTo("urn:ressenti:problem:customer-erased"));
    }

    @Test
    void whatWasAmendedAfterwardsStandsWithoutWhatWasSaidBefore() {
        // Given
        var customer = newId();
        record(customer, "r-1", "first").statusCode(201);
        var erasedAt = Instant.now();
        amend(customer, "r-1", "second");

        // When
        erase("acme", customer, erasedAt);

        // Then
        awaitErased(customer);
        find(customer, "r-1").body("comment", equalTo("second"));
        as(TestCredentials.ACME)
                .get(PATH + "/" + customer + "/r-1/revisions")
                .then()
                .body("items.comment", equalTo(List.of("second")));
    }

    @Test
    void anAmendmentOnItsWayStandsWithoutWhatWasSaidBefore() {
        // Given
        var customer = newId();
        record(customer, "r-1", "first").statusCode(201);
        var erasedAt = Instant.now();
        try (var thread = Executors.newSingleThreadExecutor()) {
            var amendment = whileNothingCanBeTold(() -> {
                var onItsWay = thread.submit(() -> amend(customer, "r-1", "second"));
                await().atMost(PATIENCE).until(() -> unlocked(customer) == 0);

                // When
                erase("acme", customer, erasedAt);
                await().atMost(PATIENCE).until(() -> erasuresThatWait() == 1);
                return onItsWay;
            });

            // Then
            assertThat(amendment).succeedsWithin(PATIENCE);
        }
        awaitErased(customer);
        as(TestCredentials.ACME)
                .get(PATH + "/" + customer + "/r-1/revisions")
                .then()
                .body("items.comment", equalTo(List.of("second")));
    }

    @Test
    void anErasureThatComesAgainTakesNothingMore() {
        // Given
        var customer = newId();
        record(customer, "r-1", "first").statusCode(201);
        var erasedAt = Instant.now();
        erase("acme", customer, erasedAt);
        awaitErased(customer);
        record(customer, "r-2", "later").statusCode(201);

        // When
        erase("acme", customer, erasedAt);

        // Then
        var marker = newId();
        erase("acme", marker, erasedAt);
        awaitErased(marker);
        find(customer, "r-2").statusCode(200);
    }

    @Test
    void anotherBrandsCustomerOfTheSameNameStays() {
        // Given
        var customer = newId();
        record(customer, "r-1", "ours").statusCode(201);

        // When
        erase("other", customer, Instant.now());

        // Then
        awaitErased("other", customer);
        as(TestCredentials.ACME).get(PATH + "?customer=" + customer).then().body("items", hasSize(1));
    }

    private void erase(String brand, String customer, Instant at) {
        TestKafka.send(
                kafka,
                Topics.CUSTOMERS,
                new CustomerErased(newId(), "ressenti/touchpoint-service", brand, customer, at, at));
    }

    private void awaitErased(String customer) {
        awaitErased("acme", customer);
    }

    private void awaitErased(String brand, String customer) {
        var hash = Pseudonym.of(brand, customer);
        await().atMost(PATIENCE)
                .until(() -> count("SELECT count(*) FROM erased_customer WHERE customer = $1", Tuple.of(hash)) == 1);
    }

    /** An amendment has changed its row, and waits, before it can tell of it. */
    private <T> T whileNothingCanBeTold(Supplier<T> what) {
        return pool.withTransaction(connection -> connection
                        .query("LOCK TABLE outbox IN SHARE MODE")
                        .execute()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(locked -> what.get()))
                .await()
                .atMost(PATIENCE);
    }

    private long unlocked(String customer) {
        return count(
                "SELECT count(*) FROM (SELECT FROM feedback WHERE source = $1 FOR UPDATE SKIP LOCKED) AS unlocked",
                Tuple.of(customer));
    }

    private long erasuresThatWait() {
        return count("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%AS erased%'""", Tuple.tuple());
    }

    /** Everything that a test says has its customer for a source. */
    private long rows(String table, String customer) {
        return count("SELECT count(*) FROM " + table + " WHERE source = $1", Tuple.of(customer));
    }

    private long count(String sql, Tuple parameters) {
        return pool.preparedQuery(sql)
                .execute(parameters)
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private static ValidatableResponse record(String customer, String id, String comment) {
        return as(TestCredentials.ACME)
                .body(body(customer, id, comment))
                .post(PATH)
                .then();
    }

    private static void amend(String customer, String id, String comment) {
        as(TestCredentials.ACME)
                .body(body(customer, id, comment))
                .put(PATH + "/" + customer + "/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse find(String customer, String id) {
        return as(TestCredentials.ACME).get(PATH + "/" + customer + "/" + id).then();
    }

    private static String body(String customer, String id, String comment) {
        return FeedbackJson.with("id", id, "source", customer, "customer", customer, "comment", comment);
    }
}
