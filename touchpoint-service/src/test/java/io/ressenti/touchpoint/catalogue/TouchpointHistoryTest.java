package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.touchpoint.ServiceTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** What a touchpoint promised when, and who changed it. */
@QuarkusTest
class TouchpointHistoryTest extends ServiceTest {

    private static final String NOBODY = "{\"stage\":\"ACCESS\",\"channels\":[\"COURIER\"]}";

    private final String one = "/api/v1/catalogue/touchpoints/" + unique("t");

    @Test
    void theFirstPromiseHoldsFromTheBeginning() {
        // Given
        var body = promising("{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":72,\"unit\":\"h\","
                + "\"told\":{\"fr\":\"Livré à la date promise\",\"en\":\"Delivered on the day we promise\"}}");

        // When
        var answer = put(body);

        // Then
        answer.then().statusCode(201);
        shown().then()
                .body("promises", hasSize(1))
                .body("promises[0].unit", equalTo("h"))
                .body("promises[0].told.fr", equalTo("Livré à la date promise"))
                .body("promises[0].since", nullValue())
                .body("promises[0].until", nullValue());
    }

    @Test
    void anotherPromiseStartsWhereTheOldOneEnds() {
        // Given
        put(promising("{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":72}"));
        var before = Instant.now();

        // When
        put(promising("{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":48}"));

        // Then
        shown().then().body("promises.tolerance", contains(72f, 48f)).body("promises[0].since", nullValue());
        var changed = Instant.parse(shown().path("promises[0].until"));
        assertThat(changed).isBetween(before, Instant.now());
        assertThat(shown().<String>path("promises[1].since")).isEqualTo(changed.toString());
    }

    @Test
    void aHistoryCanBeReadAndPutBackAndChangesNothing() {
        // Given
        put(promising("{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":72}"));
        put(promising("{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":48}"));
        var shown = shown().asString();

        // When
        var answer = put(shown);

        // Then
        answer.then().statusCode(200);
        assertThat(shown().asString()).isEqualTo(shown);
        acme().get(one + "/revisions").then().body("items", hasSize(2));
    }

    @Test
    void aPromiseCanBeMadeForALaterTime() {
        // Given
        put(promising("{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":72}"));

        // When
        put(promising(
                "{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":24,\"since\":\"2031-01-01T00:00:00+01:00\"}"));

        // Then
        shown().then()
                .body("promises.tolerance", contains(72f, 24f))
                .body("promises.until", contains("2030-12-31T23:00:00Z", null))
                .body("promises[1].since", equalTo("2030-12-31T23:00:00Z"));
    }

    @Test
    void everyChangeIsKeptWithWhoMadeIt() {
        // Given
        put(NOBODY);
        put(NOBODY.replace("ACCESS", "USAGE"));

        // When
        acme().delete(one).then().statusCode(204);

        // Then
        acme().get(one + "/revisions")
                .then()
                .statusCode(200)
                .body("items.revision", contains(3, 2, 1))
                .body("items.removed", contains(true, false, false))
                .body("items.touchpoint.stage", contains("USAGE", "USAGE", "ACCESS"))
                .body("items.by", contains("acme-all", "acme-all", "acme-all"));
    }

    @Test
    void revisionsComePageByPage() {
        // Given
        put(NOBODY);
        put(NOBODY.replace("ACCESS", "USAGE"));
        String next = acme().queryParam("limit", 1).get(one + "/revisions").path("next");

        // When
        var answer = acme().queryParam("cursor", next).get(one + "/revisions");

        // Then
        answer.then().body("items.revision", contains(1)).body("next", nullValue());
    }

    @Test
    void anotherBrandSeesNoRevision() {
        // Given
        put(NOBODY);

        // When
        var answer = as(TestCredentials.OTHER).get(one + "/revisions");

        // Then
        answer.then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"since\":\"2026-02-01T00:00:00Z\",\"until\":\"2026-02-01T00:00:00Z\" | 422 | /promises/0/until",
                "\"since\":\"2026-02-01\" | 400 | /promises/0/since",
                "\"unit\":\"\" | 422 | /promises/0/unit",
                "\"told\":{\"en\":\"\"} | 422 | /promises/0/told",
            })
    void refusesABadPromise(String fields, int status, String pointer) {
        // Given
        var body = promising("{\"measure\":\"delayHours\",\"limit\":0,\"tolerance\":72," + fields + "}");

        // When
        var answer = put(body);

        // Then
        answer.then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void onlyAPartnersTouchpointHasAPartner() {
        // Given
        var body = Map.of("stage", "USAGE", "channels", new String[] {"WEB"}, "partner", "seller-9");

        // When
        var answer = acme().body(body).put(one);

        // Then
        answer.then().statusCode(422).body("errors[0].pointer", equalTo("/partner"));
        put(NOBODY.replace("{", "{\"owner\":\"PARTNER\",\"partner\":\"seller-9\","))
                .then()
                .statusCode(201)
                .body("partner", equalTo("seller-9"));
    }

    private Response put(String body) {
        return acme().body(body).put(one);
    }

    private Response shown() {
        return acme().get(one);
    }

    private static String promising(String promise) {
        return NOBODY.replace("}", ",\"promises\":[" + promise + "]}");
    }
}
