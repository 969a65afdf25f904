package io.ressenti.scoring.scores;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class RankingResourceTest {

    private static final Instant JANUARY = Instant.parse("2018-01-15T10:20:00Z");
    private static final Instant FEBRUARY = Instant.parse("2018-02-15T10:20:00Z");
    private static final Map<String, String> MONTH =
            Map.of("by", "partner", "from", "2018-02-01T00:00:00Z", "to", "2018-03-04T00:00:00Z");

    @KafkaBootstrapServers
    String servers;

    private final String brand = Tokens.newBrand();

    /** Three partners and the brand itself, each with some answers of 5 and some of 2, in two months. */
    @BeforeEach
    void answer() {
        try (var kafka = new TestKafka(servers)) {
            kafka.publish(
                    Topics.FEEDBACK,
                    Stream.of(
                                    answers("steady", JANUARY, 15, 5),
                                    answers("steady", FEBRUARY, 15, 5),
                                    answers("=falling", JANUARY, 18, 2),
                                    answers("=falling", FEBRUARY, 4, 16),
                                    answers("small", FEBRUARY, 4, 0),
                                    answers(null, FEBRUARY, 12, 0))
                            .flatMap(stream -> stream)
                            .toArray(FeedbackRecorded[]::new));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> scores(Map.of()).body("rows[0].n", equalTo(96)));
    }

    @Test
    void ranksTheBestOfAWindowAndListsTooFewApart() {
        ranking(MONTH)
                .statusCode(200)
                .body("order", equalTo("best"))
                .body("version", equalTo(2))
                .body("rows.partner", contains(nullValue(), equalTo("steady"), equalTo("=falling")))
                .body("rows.rank", contains(1, 2, 3))
                .body("rows[0].n", equalTo(12))
                .body("rows[0].value", equalTo(100.0f))
                .body("rows[0].shrunk", equalTo(82.954544f))
                .body("rows[0]", not(hasKey("change")))
                .body("whole.n", equalTo(56))
                .body("priorWeight", equalTo(10.0f))
                .body("ranked", equalTo(3))
                .body("tooFew.partner", contains("small"))
                .body("tooFew[0].n", equalTo(4))
                .body("tooFewCount", equalTo(1));
    }

    @Test
    void ranksWhatHasWorsenedAgainstTheWindowBefore() {
        ranking(with(MONTH, "order", "most-worsened"))
                .statusCode(200)
                .body("rows.partner", contains("=falling", "steady"))
                .body("rows[0].change.before", equalTo(90.0f))
                .body("rows[0].change.points", equalTo(-70.0f))
                .body("rows[0].change.n", equalTo(20))
                .body("rows[1].change.points", equalTo(0.0f))
                .body("tooFew.n", contains(12, 4))
                .body("tooFew.nBefore", contains(0, 0));
    }

    @Test
    void showsNoMoreThanAskedForAndSaysHowManyThereAre() {
        ranking(with(MONTH, "limit", "1"))
                .body("rows.partner", contains(nullValue()))
                .body("ranked", equalTo(3));
    }

    @Test
    void hasNothingToRankWhereNothingWasSaid() {
        ranking(Map.of("by", "stage", "to", "2000-01-01T00:00:00Z"))
                .statusCode(200)
                .body("rows", empty())
                .body("whole", nullValue());
    }

    @Test
    void hidesAnotherBrand() {
        given().auth()
                .oauth2(Tokens.of(Tokens.newBrand(), Roles.ANALYST))
                .queryParam("by", "partner")
                .get("/api/v1/scores/csat/ranking")
                .then()
                .body("rows", empty());
    }

    @Test
    void writesATableThatASpreadsheetDoesNotExecute() {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .accept("text/csv")
                .queryParams(with(MONTH, "order", "worst"))
                .get("/api/v1/scores/csat/ranking")
                .then()
                .statusCode(200)
                .contentType(equalTo("text/csv;charset=UTF-8;header=present"))
                .header("Content-Disposition", equalTo("attachment; filename=\"csat-worst.csv\""))
                .body(containsString("partner,rank,n,value,low,high,shrunk,bound,nBefore,"))
                .body(containsString("\r\n'=falling,1,20,20.0,"))
                .body(containsString("\r\n,3,12,100.0,"))
                .body(containsString("\r\nsmall,,4,,"));
    }

    @Test
    void writesScoresAsATableWhereALinkAsksForIt() {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .queryParams(Map.of("by", "partner", "bucket", "month", "format", "csv"))
                .get("/api/v1/scores/csat")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"csat.csv\""))
                .body(containsString("partner,bucket,n,value,low,high,mean,share,tooFew\r\n"))
                .body(containsString("\r\nsteady,2018-01-01,20,75.0,"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order | nicest | best, worst, most-improved, most-worsened",
                "order | most-improved | A change needs a window",
                "limit | 0 | from 1 to 1000",
                "limit | many | from 1 to 1000",
                "bucket | day | Unknown parameter",
                "format | xml | json, csv",
            })
    void refusesWhatItDoesNotUnderstand(String name, String value, String message) {
        ranking(Map.of("by", "partner", name, value))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.message", hasItem(containsString(message)));
    }

    @Test
    void asksWhatIsToBeRanked() {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .accept("text/csv")
                .get("/api/v1/scores/csat/ranking")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString("Say what is ranked"));
    }

    private Stream<FeedbackRecorded> answers(String partner, Instant at, int good, int bad) {
        return IntStream.range(0, good + bad).mapToObj(index -> {
            var id = partner + "-" + at + "-" + index;
            return feedback(brand, id, "c-" + id, at.plusSeconds(index), partner, csat(index < good ? 5 : 2));
        });
    }

    private ValidatableResponse scores(Map<String, String> parameters) {
        return get("/api/v1/scores/csat", parameters);
    }

    private ValidatableResponse ranking(Map<String, String> parameters) {
        return get("/api/v1/scores/csat/ranking", parameters);
    }

    private ValidatableResponse get(String path, Map<String, String> parameters) {
        return given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .queryParams(parameters)
                .get(path)
                .then();
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put(name, value);
        return all;
    }
}
