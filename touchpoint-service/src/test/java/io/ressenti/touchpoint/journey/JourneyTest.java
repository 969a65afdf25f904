package io.ressenti.touchpoint.journey;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.touchpoint.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class JourneyTest extends JourneyScenario {

    @Test
    void showsTouchpointsAndFeedbackInEventTime() {
        // Given
        happened("acme", "b", "o-1", 2);
        said("acme", "r", "o-1", 3);
        happened("acme", "d", "o-2", 4);

        // When: a late one
        happened("acme", "a", "o-1", 1);

        // Then
        journey(4)
                .body("customer", equalTo(customer))
                .body("items.id", contains("a", "b", "r", "d"))
                .body("items.kind", contains("TOUCHPOINT", "TOUCHPOINT", "FEEDBACK", "TOUCHPOINT"))
                .body("items[2].answers[0].type", equalTo("CSAT"))
                .body("items[2].answers[0].value", equalTo(2))
                .body("items[2].answers[0].scale", equalTo(5))
                .body("items[2].comment", equalTo("trop tard"))
                .body("items[2].language", equalTo("fr"))
                .body("items[2].outcome", nullValue())
                .body("items[3].outcome", equalTo("FAILURE"))
                .body("items[3].journeyId", equalTo("o-2"))
                .body("items[3].occurredAt", equalTo("2018-01-18T04:00:00Z"))
                .body("items[3].customer", equalTo(customer))
                .body("items[3].attributes.state", equalTo("SP"))
                .body("items[3].promises[0].brokenBy", equalTo(36.5f))
                .body("next", nullValue());
    }

    @Test
    void showsTheCorrectedTimeBesideTheClients() {
        // Given
        happened("acme", "a", "o-1", 2);
        var wrongClock = Instant.parse("2031-01-01T00:00:00Z");
        var corrected = Instant.parse("2018-01-18T01:00:00Z");

        // When
        write(touchpoint("b").corrected(wrongClock, corrected));

        // Then
        journey(2)
                .body("items.id", contains("b", "a"))
                .body("items[0].occurredAt", equalTo("2018-01-18T01:00:00Z"))
                .body("items[0].clientOccurredAt", equalTo("2031-01-01T00:00:00Z"))
                .body("items[1].clientOccurredAt", nullValue());
    }

    @Test
    void continuesWhereTheCursorPoints() {
        // Given
        for (int hour = 0; hour < 5; hour++) {
            happened("acme", "e" + hour, "o-1", hour / 2);
        }
        journey(5);
        String next =
                get("limit=2").body("items.id", contains("e0", "e1")).extract().path("next");

        // When
        var second = get("limit=2&cursor=" + next);

        // Then
        String last = second.body("items.id", contains("e2", "e3")).extract().path("next");
        get("limit=2&cursor=" + last).body("items.id", contains("e4")).body("next", nullValue());
    }

    @Test
    void showsWhatIsAskedFor() {
        // Given
        happened("acme", "a", "o-1", 1);
        happened("acme", "b", "o-2", 2);
        happened("acme", "c", "o-1", 3);
        journey(3);

        // When
        var answer = get("journeyId=o-1");

        // Then
        answer.body("items.id", contains("a", "c"));
        get("from=2018-01-18T02:00:00Z").body("items.id", contains("b", "c"));
        get("to=2018-01-18T02:00:00Z").body("items.id", contains("a"));
        get("from=2018-01-18T01:30:00Z&to=2018-01-18T03:00:00Z&journeyId=o-1").body("items", empty());
    }

    @Test
    void aPoisonousRecordStopsNothingAndIsKept() {
        // Given
        var key = "acme|" + customer;
        var touchpoints = new Topic(kafka, Topics.TOUCHPOINTS);
        touchpoints.write(new ProducerRecord<>(Topics.TOUCHPOINTS, key, "poison".getBytes(StandardCharsets.UTF_8)));
        happened("acme", "nul\0", "o-1", 1);

        // When
        happened("acme", "good", "o-1", 2);

        // Then
        journey(1).body("items.id", contains("good"));
        var dead =
                new Topic(kafka, Topics.deadLettersOf(Topics.TOUCHPOINTS)).read(record -> key.equals(record.key()), 2);
        assertThat(dead).hasSize(2);
        assertThat(new String(dead.getFirst().value(), StandardCharsets.UTF_8)).isEqualTo("poison");
        assertThat(new String(dead.getFirst().headers().lastHeader("dlq_topic").value(), StandardCharsets.UTF_8))
                .isEqualTo(Topics.TOUCHPOINTS);
    }

    @Test
    void brandsDoNotSeeEachOther() {
        // Given
        happened("acme", "mine", "o-1", 1);
        happened("other", "mine", "o-1", 2);
        journey(1);

        // When
        var answer = as(TestCredentials.OTHER).get("/api/v1/customers/" + customer + "/journey");

        // Then
        answer.then().statusCode(200);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as(TestCredentials.OTHER)
                .get("/api/v1/customers/" + customer + "/journey")
                .then()
                .body("items.occurredAt", contains("2018-01-18T02:00:00Z")));
        get("").body("items.occurredAt", contains("2018-01-18T01:00:00Z"));
    }

    @Test
    void applicationsDoNotReadJourneys() {
        // Given
        var application = as(TestCredentials.ACME_APPLICATION);

        // When
        var answer = application.get("/api/v1/customers/" + customer + "/journey");

        // Then
        answer.then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday",
        "to=2018-01-18",
        "from=%2B999999999-01-01T00:00:00Z",
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=x",
        "form=2018-01-18T00:00:00Z",
        "cursor=eA.eA.eA.eA",
        "cursor=!",
        "journeyId=a%00b"
    })
    void refusesBadParameters(String parameter) {
        // Given
        var request = acme().urlEncodingEnabled(false);

        // When
        var answer = request.get("/api/v1/customers/" + customer + "/journey?" + parameter);

        // Then
        answer.then().statusCode(422).contentType("application/problem+json");
    }
}
