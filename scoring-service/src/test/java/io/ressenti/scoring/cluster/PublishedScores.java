package io.ressenti.scoring.cluster;

import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** What one instance publishes about a brand. */
final class PublishedScores {

    private static final JsonPathConfig DOUBLES =
            JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE);
    private static final Offset<Double> ROUNDING = within(6e-7); // rows are rounded to six decimals
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final URI url;
    private final String brand;

    PublishedScores(URI url, String brand) {
        this.url = url;
        this.brand = brand;
    }

    void assertRows(Query query, Map<String, PlainScores.Row> expected) {
        var rows = json(get(query.path())).<Map<String, Object>>getList("rows");
        Map<String, PlainScores.Row> published = new TreeMap<>();
        rows.forEach(row -> published.put(
                query.key(row),
                new PlainScores.Row(((Number) row.get("n")).longValue(), ((Number) row.get("value")).doubleValue())));
        assertThat(published.keySet()).as(query.path()).isEqualTo(expected.keySet());
        expected.forEach((key, row) -> {
            assertThat(published.get(key).n())
                    .as("n of " + key + " of " + query.path())
                    .isEqualTo(row.n());
            assertThat(published.get(key).value())
                    .as(key + " of " + query.path())
                    .isCloseTo(row.value(), ROUNDING);
        });
    }

    void assertCustomer(String customer, PlainScores.Customer expected) {
        var answer = get("/api/v1/customers/" + customer + "/score");
        if (expected == null) {
            assertThat(answer.statusCode()).as(customer).isEqualTo(404);
            return;
        }
        var score = json(answer);
        assertThat(score.getLong("n")).as("n of " + customer).isEqualTo(expected.n());
        assertThat(score.getDouble("experienced")).as(customer).isCloseTo(expected.experienced(), ROUNDING);
        assertThat(score.getDouble("remembered")).as(customer).isCloseTo(expected.remembered(), ROUNDING);
        assertThat(score.getDouble("effectiveN")).as(customer).isCloseTo(expected.effectiveN(), ROUNDING);
        assertThat(score.getString("band")).as(customer).isEqualTo(expected.band());
    }

    /** A verification of everything, once it has ended. */
    JsonPath verification() {
        return upkeep("/api/v1/scores/verifications");
    }

    /** A rebuild, once it has ended. */
    JsonPath rebuild() {
        return upkeep("/api/v1/scores/rebuilds");
    }

    private JsonPath upkeep(String task) {
        var operator = Tokens.of(brand, Roles.OPERATOR);
        var location = given().auth()
                .oauth2(operator)
                .post(url.resolve(task))
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return await().atMost(PATIENCE)
                .until(() -> json(given().auth().oauth2(operator).get(location)), run -> !run.getString("state")
                        .equals("RUNNING"));
    }

    private Response get(String path) {
        return given().auth().oauth2(Tokens.of(brand, Roles.LEAD)).get(url.resolve(path));
    }

    private static JsonPath json(Response answer) {
        return answer.then().statusCode(200).extract().jsonPath(DOUBLES);
    }
}
