package io.ressenti.platform.problem;

import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.platform.PlatformTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.Charset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@PlatformTest
class ProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\":\"a\",\"times\":1,\"tims\":1} | /tims | Unknown field \"tims\". Remove it, or use one of: at, text, times.",
                "{\"text\":\"a\",\"times\":\"x\"} | /times | The value has the wrong type: expected a whole number.",
                "{\"text\":\"a\"} | /times | The value is missing: expected a whole number.",
                "{\"text\":\"a\",\"times\":[]} | /times | The value has the wrong type: expected a whole number.",
                "{\"at\":\"yesterday\"} | /at | \"yesterday\" is not an RFC 3339 time such as 2026-01-18T22:56:59Z.",
                "{\"text\": | '' | This is not valid JSON.",
            })
    void bodyThatCannotBeReadIsExplainedAtItsPlace(String body, String pointer, String message) {
        post(body)
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:ressenti:problem:malformed-request"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].message", equalTo(message));
    }

    @Test
    void bodyInAnotherEncodingIsRefused() {
        given().header("Authorization", "Bearer " + TestCredentials.ACME)
                .contentType("application/json")
                .body("{\"text\":\"a\"}".getBytes(Charset.forName("UTF-32BE")))
                .post("/echo")
                .then()
                .statusCode(400)
                .contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "application/json, text/plain", "text/plain"})
    void contentTypeThatIsNotTakenIsNamed(String contentType) {
        given().config(config().encoderConfig(
                                encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Authorization", "Bearer " + TestCredentials.ACME)
                .header("Content-Type", contentType)
                .body("{}".getBytes(UTF_8))
                .post("/echo/formats")
                .then()
                .statusCode(415)
                .contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void schemeOfTheKeyIsCaseInsensitive() {
        given().header("Authorization", "bearer " + TestCredentials.ACME)
                .get("/echo/caller")
                .then()
                .statusCode(200);
    }

    @Test
    void everyBrokenRuleIsNamed() {
        post("{\"text\":\" \",\"times\":11}")
                .statusCode(422)
                .contentType(Problem.MEDIA_TYPE)
                .body("errors.pointer", equalTo(java.util.List.of("/text", "/times")))
                .body("errors.message", equalTo(java.util.List.of("Say something.", "At most 10.")));
    }

    @Test
    void bodyOfMoreThanFiveMegabytesIsRefused() {
        given().header("Authorization", "Bearer " + TestCredentials.ACME)
                .contentType(ContentType.JSON)
                .body(new byte[5 * 1024 * 1024 + 1])
                .post("/echo")
                .then()
                .statusCode(413)
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:ressenti:problem:too-large"));
    }

    @Test
    void whatIsAwayIsToldWithATimeToComeBack() {
        get("/echo/failure/away", TestCredentials.ACME)
                .statusCode(503)
                .header("Retry-After", "2")
                .contentType(Problem.MEDIA_TYPE)
                .body("type", equalTo("urn:ressenti:problem:unavailable"));
    }

    @Test
    void ownFaultTellsNothingButAnIncident() {
        get("/echo/failure/bug", TestCredentials.ACME)
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("report incident"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @Test
    void conflictIsTold() {
        get("/echo/failure/conflict", TestCredentials.ACME).statusCode(409).body("detail", equalTo("It is taken."));
    }

    @Test
    void unknownPathIsAProblemToo() {
        get("/nowhere", TestCredentials.ACME).statusCode(404).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void brandComesFromTheKey() {
        get("/echo/caller", TestCredentials.OTHER).statusCode(200).body("brand", equalTo("other"));
    }

    @Test
    void brandComesFromTheTokensClaim() {
        // Given
        var token = Jwt.issuer("ressenti")
                .upn("lea")
                .groups(Set.of("admin"))
                .claim("brand", "acme")
                .sign();

        // Then
        get("/echo/caller", token)
                .statusCode(200)
                .body("brand", equalTo("acme"))
                .body("name", equalTo("lea"));
    }

    @Test
    void tokenWithoutABrandIsForbidden() {
        var token = Jwt.issuer("ressenti").upn("lea").groups(Set.of("admin")).sign();
        get("/echo/caller", token).statusCode(403).contentType(Problem.MEDIA_TYPE);
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() {
        var token = Jwt.issuer("somebody")
                .upn("lea")
                .groups(Set.of("admin"))
                .claim("brand", "acme")
                .sign();
        get("/echo/caller", token).statusCode(401).contentType(Problem.MEDIA_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"rsk_unknown,401", "not-a-token,401", "rsk_acme-lead,403", "rsk_acme-all,200"})
    void onlyAKeyWithTheRoleIsServed(String key, int status) {
        get("/echo/caller", key).statusCode(status);
    }

    @Test
    void nobodyIsServedWithoutCredentials() {
        given().get("/echo/caller")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType(Problem.MEDIA_TYPE);
        given().get("/q/openapi").then().statusCode(401);
        given().get("/q/metrics").then().statusCode(401);
    }

    @Test
    void healthNeedsNoCredentials() {
        given().get("/q/health/live").then().statusCode(200);
    }

    private static ValidatableResponse post(String body) {
        return given().header("Authorization", "Bearer " + TestCredentials.ACME)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/echo")
                .then();
    }

    private static ValidatableResponse get(String path, String credentials) {
        return given().header("Authorization", "Bearer " + credentials)
                .get(path)
                .then();
    }
}
