package io.ressenti.scoring.scores;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class PartnersResourceTest {

    private static final Instant MAY = Instant.parse("2018-05-15T10:20:00Z");

    @KafkaBootstrapServers
    String servers;

    private final String brand = Tokens.newBrand();

    /** good: 20 times 100. tiny: 3 times 0. seller-9: 10 deliveries of 0, 100 and 100, once 50. The brand itself: 10 times 50. */
    @BeforeEach
    void live() {
        try (var kafka = new TestKafka(servers)) {
            kafka.publish(
                    Topics.FEEDBACK,
                    Stream.of(answers("good", 20, 5), answers("tiny", 3, 1), answers(null, 10, 3))
                            .flatMap(stream -> stream)
                            .toArray(FeedbackRecorded[]::new));
            kafka.publish(
                    Topics.TOUCHPOINTS,
                    IntStream.range(0, 10).mapToObj(this::delivery).toArray(TouchpointRecorded[]::new));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> partners(Map.of()).body("brand.n", equalTo(63)));
    }

    @Test
    void tellsEveryPartnersPartTheWorstFirst() {
        // 2,000 + 0 + 1,950 + 500 over 63 signals; 3 + 10 of them dissatisfied
        partners(Map.of())
                .statusCode(200)
                .body("brand.value", equalTo((float) (4450 / 63.0)))
                .body("rows.partner", contains("seller-9", "good"))
                .body("rows.n", contains(30, 20))
                .body("rows.value", contains(65.0f, 100.0f))
                .body("rows[0].dissatisfied", equalTo(10))
                .body("rows[0].shareOfDissatisfaction", equalTo((float) (1000 / 13.0)))
                .body("rows[0].brandWithout", equalTo((float) (2500 / 33.0)))
                .body("rows[1].brandWithout", equalTo((float) (2450 / 43.0)))
                .body("tooFew.partner", contains("tiny"))
                .body("tooFew[0].bound", nullValue())
                .body("tooFew[0].shareOfDissatisfaction", equalTo((float) (300 / 13.0)));
    }

    @Test
    void countsBrokenPromisesByTheirMeasure() {
        partners(Map.of())
                .body("rows[0].brokenPromises.measure", contains("delayHours", "queueMinutes"))
                .body("rows[0].brokenPromises.count", contains(10, 1))
                .body("rows[1].brokenPromises", empty());
    }

    @Test
    void countsOnlyTheWindow() {
        partners(Map.of("from", "2018-05-15T10:20:08Z", "to", "2018-05-15T10:20:10Z"))
                .body("brand.n", equalTo(10))
                .body("rows", empty())
                .body("tooFew.partner", contains("seller-9", "good"))
                .body("tooFew[0].brokenPromises.count", contains(2))
                .body("tooFewCount", equalTo(2));
    }

    @Test
    void writesThemAsATable() {
        partners(Map.of("format", "csv"))
                .contentType(equalTo("text/csv;charset=UTF-8;header=present"))
                .body(containsString("\r\nseller-9,30,65.0,"))
                .body(containsString("delayHours=10; queueMinutes=1"))
                .body(containsString("\r\ntiny,3,0.0,"));
    }

    @Test
    void showsABrandNothingOfAnother() {
        given().auth()
                .oauth2(Tokens.of(Tokens.newBrand(), Roles.ANALYST))
                .get("/api/v1/scores/partners")
                .then()
                .statusCode(200)
                .body("brand", nullValue())
                .body("rows", empty());
    }

    @Test
    void answersOnlyThoseWhoMayAsk() {
        given().get("/api/v1/scores/partners").then().statusCode(401);
        given().auth()
                .oauth2(TestCredentials.ACME_APPLICATION)
                .get("/api/v1/scores/partners")
                .then()
                .statusCode(403);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        partners(Map.of("by", "partner"))
                .statusCode(422)
                .body(
                        "detail",
                        containsString("Unknown parameter. Remove it, or use one of: format, from, limit, to."));
    }

    /** Late, in time, and after a queue that was too long for the first one. */
    private TouchpointRecorded delivery(int index) {
        var queue = PromiseMeasured.of("queueMinutes", index == 0 ? 10 : 5, 5, 10, "min");
        return touchpoint(
                brand,
                "e-" + index,
                "c-" + index,
                MAY.plusSeconds(index),
                Outcome.SUCCESS,
                delay(100),
                delay(0),
                queue);
    }

    private Stream<FeedbackRecorded> answers(String partner, int count, int value) {
        return IntStream.range(0, count)
                .mapToObj(index -> feedback(
                        brand,
                        partner + "-" + index,
                        "c-" + partner + index,
                        MAY.plusSeconds(index),
                        partner,
                        csat(value)));
    }

    private ValidatableResponse partners(Map<String, String> parameters) {
        return given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .queryParams(parameters)
                .get("/api/v1/scores/partners")
                .then();
    }
}
