package io.ressenti.touchpoint.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** An event counts once, by whatever way it comes again; of two that contradict each other the first stands. */
@QuarkusTest
class DuplicatesTest extends JourneyScenario {

    @Inject
    Pool pool;

    @Test
    void byAnotherRequestOrInABatchOrAsLines() {
        // Given
        givenDelivery();
        var event = delivery("e", customer, "2018-01-18T01:00:00Z");
        acme().body(event).post("/api/v1/touchpoints").then().statusCode(202);
        acme().body(event).post("/api/v1/touchpoints").then().statusCode(202);
        acme().body("[" + event + "," + event + "]")
                .post("/api/v1/touchpoints/batch")
                .then()
                .statusCode(202);

        // When
        acmeLines(event + "\n" + delivery("last", customer, "2018-01-18T02:00:00Z"))
                .post("/api/v1/touchpoints/batch")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(2));

        // Then
        journey(2).body("items.id", contains("e", "last"));
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void weeksLater() {
        // Given
        happened("acme", "e", "o-1", 1);
        journey(1);
        seen("e", Duration.ofDays(34));

        // When
        write(touchpoint("e").hour(1).received(Instant.parse("2018-02-21T00:00:00Z")));

        // Then
        thenNothingButThe("e");
        assertThat(conflicts()).isEmpty();
    }

    @Test
    void evenWhenItsIdIsForgotten() {
        // Given
        happened("acme", "e", "o-1", 1);
        journey(1);
        forget("e");

        // When
        happened("acme", "e", "o-1", 1);

        // Then
        thenNothingButThe("e");
    }

    @Test
    void whatIsSaidAgainInOtherWordsIsAConflict() {
        // Given
        happened("acme", "e", "o-1", 1);
        journey(1);

        // When
        write(touchpoint("e").hour(1).measures(Map.of("delayHours", 1.0)));

        // Then
        thenNothingButThe("e");
        assertThat(conflicts()).singleElement().satisfies(row -> {
            assertThat(row.getString("state")).isEqualTo("OPEN");
            assertThat(row.getString("origin")).isEqualTo("CONFLICT");
            assertThat(row.getString("event_id")).isEqualTo("e");
            assertThat(row.getBuffer("event").toString()).contains("\"delayHours\":1.0");
        });
    }

    @Test
    void forAnotherCustomerItIsAConflictToo() {
        // Given
        happened("acme", "e", "o-1", 1);
        journey(1);
        var other = unique("other");

        // When: it stands on another partition
        write(touchpoint("e").hour(1).customer(other));

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(conflicts()).hasSize(1));
        thenNothingButThe("e");
        ok("/api/v1/customers/" + other + "/journey").body("items", empty());
    }

    @Test
    void anotherSourceOrBrandOrKindIsAnotherEvent() {
        // Given
        happened("acme", "e", "o-1", 1);
        said("acme", "e", "o-1", 2);
        happened("other", "e", "o-1", 3);

        // When
        write(touchpoint("e").hour(4).source("till-" + customer));

        // Then
        journey(3).body("items.kind", contains("TOUCHPOINT", "FEEDBACK", "TOUCHPOINT"));
        assertThat(conflicts()).isEmpty();
    }

    /** The customer's timeline and journey hold that one event, also after everything that came before is through. */
    private void thenNothingButThe(String id) {
        happened("acme", "last", "o-2", 9);
        journey(2).body("items.id", contains(id, "last"));
        ok("/api/v1/customers/" + customer + "/journeys")
                .body("items.journeyId", contains("o-2", "o-1"))
                .body("items.touchpoints", contains(1, 1));
    }

    private List<Row> conflicts() {
        var rows = pool.preparedQuery("SELECT * FROM rejected WHERE source = $1")
                .executeAndAwait(Tuple.of("shop-" + customer));
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    private void seen(String id, Duration ago) {
        pool.preparedQuery(
                        "UPDATE seen_event SET seen_at = seen_at - make_interval(days => $3) WHERE source = $1 AND id = $2")
                .executeAndAwait(Tuple.of("shop-" + customer, id, (int) ago.toDays()));
    }

    private void forget(String id) {
        pool.preparedQuery("DELETE FROM seen_event WHERE source = $1 AND id = $2")
                .executeAndAwait(Tuple.of("shop-" + customer, id));
    }
}
