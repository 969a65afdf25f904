package io.ressenti.scoring.upkeep;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/** What the platform team asks of the service. */
public final class UpkeepApi {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private UpkeepApi() {}

    /** Somebody with {@code role}, of no brand. */
    static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Jwt.issuer("ressenti").upn("olga").groups(role).sign());
    }

    /** Has everything verified; the run once it has ended. */
    public static JsonPath verify() {
        return toTheEnd(VerificationResource.PATH);
    }

    /** Starts a run at {@code path} and waits for its end. */
    static JsonPath toTheEnd(String path) {
        var location =
                as("operator").post(path).then().statusCode(202).extract().header("Location");
        return await().atMost(PATIENCE)
                .until(
                        () -> as("operator")
                                .get(location)
                                .then()
                                .statusCode(200)
                                .extract()
                                .jsonPath(),
                        run -> !run.getString("state").equals("RUNNING"));
    }
}
