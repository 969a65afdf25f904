package io.ressenti.touchpoint.rejected;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.touchpoint.Topic;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What was refused comes through after all, from the client's request to the customer's journey. */
@QuarkusTest
class ReplayTest extends RejectedTest {

    private static final String ONE = "/api/v1/touchpoints";
    private static final String BATCH = "/api/v1/touchpoints/batch";
    private static final String ALL = REJECTED + "/replay";

    @Inject
    Pool pool;

    @BeforeEach
    void catalogue() {
        givenDelivery();
    }

    @Test
    void aBadEventIsListedPatchedReplayedAndOnKafka() {
        // Given
        acme().body(delivery("e-1", customer, TIME).replace(DELIVERY, "order-deliverd"))
                .post(ONE)
                .then()
                .statusCode(422);
        var id = awaitOnly(acme());
        String receivedAt = acme().get(REJECTED + "/" + id).path("firstAt");
        patch(acme(), "{\"touchpoint\":\"order-delivered\"}")
                .patch(REJECTED + "/" + id)
                .then()
                .statusCode(200)
                .body("problem", nullValue());

        // When
        var answer = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        answer.then().statusCode(202).body("id", equalTo(id));
        var record = new Topic(kafka, Topics.TOUCHPOINTS)
                .read(found -> ("acme|" + customer).equals(found.key()), 1)
                .getFirst();
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .contains(
                        "\"id\":\"e-1\"",
                        "\"touchpoint\":\"order-delivered\"",
                        "\"receivedAt\":\"" + receivedAt + "\"");
        awaitJourney("e-1");
        acme().get(REJECTED + "/" + id).then().body("state", equalTo("REPLAYED"));
        acme().post(REJECTED + "/" + id + "/replay").then().statusCode(409).body("type", endsWith("conflict"));
        acme().delete(REJECTED + "/" + id).then().statusCode(409);
    }

    @Test
    void whatIsRefusedAgainStaysOpenWithTheExactProblem() {
        // Given
        acme().body(delivery("e-1", customer, TIME).replace("COURIER", "FAX"))
                .post(ONE)
                .then()
                .statusCode(422);
        var id = awaitOnly(acme());

        // When
        var answer = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("unknown-channel"))
                .body("errors[0].pointer", equalTo("/channel"));
        acme().get(REJECTED + "/" + id).then().body("state", equalTo("OPEN")).body("times", equalTo(1));
    }

    @Test
    void onceTheTouchpointIsThereAllAreReplayedAtOnce() {
        // Given
        var code = unique("t");
        var events = "[%s,%s,%s]"
                .formatted(
                        delivery("e-1", customer, TIME).replace(DELIVERY, code),
                        delivery("e-2", customer, "2018-01-19T00:00:00Z").replace(DELIVERY, code),
                        delivery("e-3", customer, "2018-01-20T00:00:00Z").replace("COURIER", "FAX"));
        acme().body(events).post(BATCH).then().statusCode(422);
        awaitOpen(acme(), 3);
        acme().body("{\"stage\":\"ACCESS\",\"channels\":[\"COURIER\"]}").put("/api/v1/catalogue/touchpoints/" + code);

        // When
        var answer = acme().body(Map.of("source", source, "reason", "unknown-touchpoint", "origin", "REQUEST"))
                .post(ALL);

        // Then
        answer.then()
                .statusCode(200)
                .body("replayed", equalTo(2))
                .body("rejected", equalTo(0))
                .body("remaining", equalTo(0))
                .body("next", nullValue());
        awaitJourney("e-1", "e-2");
        awaitOpen(acme(), 1).body("items[0].eventId", equalTo("e-3"));
    }

    @Test
    void whatIsRefusedAgainInBulkIsCountedAndLeftBehind() {
        // Given
        acme().body("[%s,%s]"
                        .formatted(
                                delivery("e-1", customer, TIME).replace("COURIER", "FAX"),
                                delivery("e-2", customer, TIME).replace("COURIER", "FAX")))
                .post(BATCH);
        awaitOpen(acme(), 2);

        // When
        var answer = acme().body(Map.of("source", source)).post(ALL);

        // Then
        answer.then().body("replayed", equalTo(0)).body("rejected", equalTo(2)).body("remaining", equalTo(0));
        awaitOpen(acme(), 2);
    }

    @Test
    void oneCallReplaysAThousandAndTheNextContinues() {
        // Given
        var code = unique("t");
        var events = IntStream.range(0, 1005)
                .mapToObj(i -> delivery("e-" + i, customer, TIME).replace(DELIVERY, code))
                .collect(Collectors.joining("\n"));
        acmeLines(events).post(BATCH).then().statusCode(422);
        await().atMost(Duration.ofSeconds(60)).until(() -> open() == 1005);
        acme().body("{\"stage\":\"ACCESS\",\"channels\":[\"COURIER\"]}").put("/api/v1/catalogue/touchpoints/" + code);

        // When
        var first = acme().body(Map.of("source", source)).post(ALL);

        // Then
        String next = first.then()
                .body("replayed", equalTo(1000))
                .body("rejected", equalTo(0))
                .body("remaining", equalTo(5))
                .body("next", notNullValue())
                .extract()
                .path("next");
        acme().body(Map.of("source", source, "cursor", next))
                .post(ALL)
                .then()
                .body("replayed", equalTo(5))
                .body("remaining", equalTo(0));
        assertThat(open()).isZero();
    }

    @Test
    void whoDiesBetweenPublishingAndMarkingHasItCountedOnce() {
        // Given
        var id = refused("acme", "invalid", delivery("e-1", customer, TIME));
        awaitOpen(acme(), 1);
        acme().post(REJECTED + "/" + id + "/replay").then().statusCode(202);
        unmark(id);

        // When
        var again = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        again.then().statusCode(202);
        acme().body(delivery("e-2", customer, "2018-01-19T00:00:00Z"))
                .post(ONE)
                .then()
                .statusCode(202);
        awaitJourney("e-1", "e-2");
    }

    @Test
    void anEventUnderAnIdThatIsTakenIsReplayedUnderItsOwn() {
        // Given
        acme().body(delivery("e-1", customer, TIME)).post(ONE).then().statusCode(202);
        acme().body(delivery("e-1", customer, TIME).replace("36.5", "37.5"))
                .post(ONE)
                .then()
                .statusCode(202);
        var id = awaitOpen(acme(), 1)
                .body("items[0].origin", equalTo("CONFLICT"))
                .body("items[0].reason", equalTo("conflict"))
                .extract()
                .<String>path("items[0].id");
        acme().post(REJECTED + "/" + id + "/replay").then().statusCode(409).body("type", endsWith("conflict"));
        patch(acme(), "{\"id\":\"e-2\"}").patch(REJECTED + "/" + id).then().body("problem", nullValue());

        // When
        var answer = acme().post(REJECTED + "/" + id + "/replay");

        // Then
        answer.then().statusCode(202);
        awaitJourney("e-1", "e-2");
    }

    @Test
    void ofTwoPeopleAtOnceOneReplays() throws InterruptedException {
        // Given
        var id = refused("acme", "invalid", delivery("e-1", customer, TIME));
        awaitOpen(acme(), 1);
        var statuses = Collections.synchronizedList(new ArrayList<Integer>());

        // When
        var people = List.of(new Thread(() -> statuses.add(replay(id))), new Thread(() -> statuses.add(replay(id))));
        people.forEach(Thread::start);
        for (var person : people) {
            person.join();
        }

        // Then
        assertThat(statuses).containsExactlyInAnyOrder(202, 409);
    }

    private static int replay(String id) {
        return acme().post(REJECTED + "/" + id + "/replay").statusCode();
    }

    private void awaitJourney(String... ids) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> acme().get("/api/v1/customers/" + customer + "/journey")
                        .then()
                        .body("items.id", contains(ids)));
    }

    /** As if the instance had died before it marked the row. */
    private void unmark(String id) {
        pool.preparedQuery("UPDATE rejected SET state = 'OPEN', changed_at = NULL WHERE brand = 'acme' AND id = $1")
                .executeAndAwait(Tuple.of(UUID.fromString(id)));
    }

    private long open() {
        return pool.preparedQuery("SELECT count(*) AS open FROM rejected WHERE source = $1 AND state = 'OPEN'")
                .executeAndAwait(Tuple.of(source))
                .iterator()
                .next()
                .getLong("open");
    }
}
