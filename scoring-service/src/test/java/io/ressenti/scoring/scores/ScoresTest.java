package io.ressenti.scoring.scores;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.AnswerType;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.delay;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.ressenti.scoring.testing.Events.nps;
import static io.ressenti.scoring.testing.Events.rating;
import static io.ressenti.scoring.testing.Events.touchpoint;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class ScoresTest {

    private static final Instant WEDNESDAY = Instant.parse("2018-01-31T22:15:00Z");
    private static final Instant THURSDAY = Instant.parse("2018-02-01T00:45:00Z");

    @KafkaBootstrapServers
    String servers;

    private final String brand = Tokens.newBrand();
    private TestKafka kafka;

    @BeforeEach
    void answer() {
        kafka = new TestKafka(servers);
        kafka.publish(
                Topics.FEEDBACK,
                feedback(brand, "r-1", "c-1", WEDNESDAY, "seller-1", csat(5), nps(9)),
                feedback(brand, "r-2", "c-2", WEDNESDAY, "seller-1", csat(2), nps(6)),
                feedback(brand, "r-3", "c-3", WEDNESDAY.plusSeconds(1800), "seller-2", csat(4), nps(8)),
                feedback(brand, "r-4", "c-4", THURSDAY, csat(4), rating(AnswerType.STARS, 1, 5)),
                feedback(brand, "r-5", "c-5", THURSDAY, rating(AnswerType.CSAT, 9, 10), rating(AnswerType.CES, 6, 7)));
        kafka.publish(
                Topics.TOUCHPOINTS, touchpoint(brand, "e-1", "c-1", THURSDAY, Outcome.SUCCESS, delay(36), delay(90)));
        await().atMost(Duration.ofSeconds(30)).until(() -> rows("experience", Map.of())
                .getList("rows.n", Integer.class)
                .equals(List.of(12)));
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void answersForTheWholeBrandWithoutMixingScales() {
        // When
        var answer = rows("csat", Map.of());

        // Then 5, 2, 4, 4 on 1–5; neither the 9 of 10 nor the star
        assertThat(answer.getInt("rows.size()")).isEqualTo(1);
        assertThat(answer.getInt("rows[0].n")).isEqualTo(4);
        assertThat(answer.getDouble("rows[0].value")).isEqualTo(75);
        assertThat(answer.getDouble("rows[0].mean")).isEqualTo(3.75);
        assertThat(answer.getDouble("rows[0].low")).isCloseTo(30.064, within(1e-3));
        assertThat(answer.getBoolean("rows[0].tooFew")).isTrue();
        assertThat(answer.getString("formula")).contains("top-2").contains("1–5");
        assertThat(answer.getMap("rows[0]")).doesNotContainKeys("bucket", "partner");
    }

    @Test
    void keepsOtherScalesAsSeriesOfTheirOwn() {
        assertThat(rows("csat", Map.of("scale", "10")).getDouble("rows[0].value"))
                .isEqualTo(100);
        assertThat(rows("csat", Map.of("scale", "stars:5")).getDouble("rows[0].mean"))
                .isEqualTo(1);
        assertThat(rows("csat", Map.of("scale", "3")).getList("rows")).isEmpty();
        assertThat(rows("ces", Map.of()).getDouble("rows[0].value")).isEqualTo(6);
    }

    @Test
    void breaksDownByTwoDimensionsAndTime() {
        // When
        var answer = rows("csat", Map.of("by", "touchpoint,partner", "bucket", "month"));

        // Then
        List<String> partners = answer.getList("rows.partner");
        List<String> months = answer.getList("rows.bucket");
        assertThat(partners).containsExactly(null, "seller-1", "seller-2");
        assertThat(months).containsExactly("2018-02-01", "2018-01-01", "2018-01-01");
        assertThat(answer.getList("rows.n", Integer.class)).containsExactly(1, 2, 1);
        assertThat(answer.getMap("rows[0]")).containsKey("partner").containsEntry("touchpoint", "order-review");
    }

    @ParameterizedTest
    @CsvSource({
        "hour, 2018-01-31T22:00:00Z, 6",
        "day, 2018-01-31, 6",
        "week, 2018-01-29, 10",
        "month, 2018-01-01, 6",
    })
    void cutsTimeIntoBuckets(String bucket, String first, int n) {
        // When
        var answer = rows("experience", Map.of("bucket", bucket, "of", "stated"));

        // Then
        assertThat(answer.getString("rows[0].bucket")).isEqualTo(first);
        assertThat(answer.getInt("rows[0].n")).isEqualTo(n);
    }

    @ParameterizedTest
    @CsvSource({
        // [from, to), whole hours and ragged ends
        "2018-01-31T22:00:00Z, 2018-01-31T23:00:00Z, 3",
        "2018-01-31T22:15:00Z, 2018-01-31T22:45:00Z, 2",
        "2018-01-31T22:15:00Z, 2018-01-31T22:45:01Z, 3",
        "2018-01-31T22:15:01Z, 2018-02-01T00:45:00Z, 1",
        "2018-01-31T22:15:01Z, 2018-02-01T02:45:01+02:00, 2",
        "2018-01-31T22:50:00Z, 2018-02-01T00:10:00Z, 0",
        "2018-02-01T00:45:00Z, , 1",
        ", 2018-01-31T22:15:00.000001Z, 2",
    })
    void countsExactlyTheWindow(String from, String to, int n) {
        // Given
        Map<String, String> window = new HashMap<>();
        if (from != null) {
            window.put("from", from);
        }
        if (to != null) {
            window.put("to", to);
        }

        // When
        var answer = rows("csat", window);

        // Then
        assertThat(answer.getList("rows.n", Integer.class)).isEqualTo(n == 0 ? List.of() : List.of(n));
    }

    @Test
    void tellsWhatWasSaidFromWhatWasObserved() {
        // When
        var stated = rows("experience", Map.of("of", "stated")).getDouble("rows[0].value");
        var observed = rows("experience", Map.of("of", "observed")).getDouble("rows[0].value");
        var all = rows("experience", Map.of()).getDouble("rows[0].value");

        // Then
        var statedSum = 100 + 90 + 25 + 60 + 75 + 80 + 75 + 0 + 800 / 9.0 + 500 / 6.0;
        assertThat(stated).isCloseTo(statedSum / 10, within(5e-7));
        assertThat(observed).isEqualTo(25);
        assertThat(all).isCloseTo((statedSum + 50) / 12, within(5e-7));
    }

    @Test
    void countsDissatisfiedSignals() {
        // When
        var answer = rows("dissatisfied-share", Map.of("by", "stage"));

        // Then access: 1 of 2 promises; debrief: CSAT 2, NPS 6, one star of ten answers
        assertThat(answer.getList("rows.stage")).containsExactly("ACCESS", "DEBRIEF");
        assertThat(answer.getList("rows.value", Double.class)).containsExactly(50.0, 30.0);
    }

    @Test
    void computesNps() {
        // When
        var answer = rows("nps", Map.of("partner", "seller-1"));

        // Then
        assertThat(answer.getDouble("rows[0].value")).isZero();
        assertThat(answer.getInt("rows[0].n")).isEqualTo(2);
    }

    @Test
    void filtersByEveryDimension() {
        assertThat(n(Map.of("touchpoint", "order-delivered"))).isEqualTo(2);
        assertThat(n(Map.of("stage", "DEBRIEF"))).isEqualTo(10);
        assertThat(n(Map.of("channel", "COURIER"))).isEqualTo(2);
        assertThat(n(Map.of("partner", "seller-2"))).isEqualTo(2);
        assertThat(n(Map.of("partner", ""))).isEqualTo(4);
        assertThat(n(Map.of("partner", "seller-2", "channel", "EMAIL", "from", "2018-01-31T22:30:00Z")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csat | by | city | touchpoint, stage, channel, partner",
                "csat | by | stage,stage | Name one dimension, or two different ones",
                "csat | by | stage,channel,partner | Name one dimension, or two different ones",
                "csat | bucket | minute | hour, day, week, month",
                "csat | from | yesterday | RFC 3339",
                "csat | to | +10000-01-01T00:00:00Z | RFC 3339",
                "csat | scale | 11 | stars:2 to stars:10",
                "csat | stage | CHECKOUT | DISCOVERY, EVALUATION, PURCHASE",
                "csat | of | stated | Unknown parameter",
                "ces | scale | 1 | Use 2 to 10",
                "experience | of | heard | stated, observed, all",
                "nps | colour | red | Unknown parameter",
            })
    void refusesWhatItDoesNotUnderstand(String metric, String name, String value, String message) {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .queryParam(name, value)
                .get("/api/v1/scores/{metric}", metric)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:invalid"))
                .body("errors[0].message", containsString("The parameter " + name))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void refusesAWindowThatEndsBeforeItStarts() {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .queryParam("from", "2018-02-01T00:00:00Z")
                .queryParam("to", "2018-02-01T00:00:00Z")
                .get("/api/v1/scores/nps")
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("The parameter to "));
    }

    @Test
    void namesTheMetricsThereAre() {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .get("/api/v1/scores/happiness")
                .then()
                .statusCode(404)
                .body("detail", containsString("nps, csat, ces, experience, dissatisfied-share"));
    }

    @Test
    void showsABrandNothingOfAnother() {
        // When
        var answer = rows(Tokens.newBrand(), "experience", Map.of());

        // Then
        assertThat(answer.getList("rows")).isEmpty();
    }

    private int n(Map<String, String> filters) {
        return rows("experience", filters).getInt("rows[0].n");
    }

    private JsonPath rows(String metric, Map<String, String> parameters) {
        return rows(brand, metric, parameters);
    }

    private static JsonPath rows(String brand, String metric, Map<String, String> parameters) {
        return given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .queryParams(parameters)
                .get("/api/v1/scores/{metric}", metric)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
