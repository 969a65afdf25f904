package io.ressenti.touchpoint.journey;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Polarity;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.touchpoint.ServiceTest;
import io.ressenti.touchpoint.Topic;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/** What the tests of journeys share: a customer of their own, what happened to them, and what they said. */
abstract class JourneyScenario extends ServiceTest {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    @KafkaBootstrapServers
    String kafka;

    final String customer = unique("c");

    /** A touchpoint of the customer; each customer has a source of its own, so that no test meets the ids of another. */
    ATouchpoint touchpoint(String id) {
        return new ATouchpoint().source("shop-" + customer).customer(customer).id(id);
    }

    void happened(String brand, String id, String journeyId, int hour) {
        write(touchpoint(id).brand(brand).journey(journeyId).hour(hour));
    }

    void write(ATouchpoint touchpoint) {
        write(Topics.TOUCHPOINTS, touchpoint.build());
    }

    void write(String topic, Event event) {
        new Topic(kafka, topic).write(event);
    }

    void said(String brand, String id, String journeyId, int hour) {
        var time = ATouchpoint.DAY.plus(Duration.ofHours(hour));
        write(
                Topics.FEEDBACK,
                new FeedbackRecorded(
                        id,
                        "shop-" + customer,
                        brand,
                        customer,
                        journeyId,
                        "order-delivered",
                        Stage.ACCESS,
                        "EMAIL",
                        "seller-9",
                        time,
                        time,
                        List.of(new Answer(AnswerType.CSAT, 2, 5, Polarity.HIGHER_IS_BETTER, null, null)),
                        "trop tard",
                        "fr",
                        null));
    }

    /** The customer's journey, once it has {@code lines} lines. */
    ValidatableResponse journey(int lines) {
        await().atMost(PATIENCE).untilAsserted(() -> get("").body("items", hasSize(lines)));
        return get("");
    }

    /** The customer's journey. */
    ValidatableResponse get(String parameters) {
        return ok("/api/v1/customers/" + customer + "/journey" + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    static ValidatableResponse ok(String path) {
        return acme().urlEncodingEnabled(false).get(path).then().statusCode(200);
    }
}
