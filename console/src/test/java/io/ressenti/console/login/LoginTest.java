package io.ressenti.console.login;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.console.support.ConsoleResources;
import io.ressenti.console.support.ConsoleSuite;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class LoginTest extends ConsoleSuite {

    @Test
    void whoeverHasNotLoggedInIsLedToTheLoginPageAndBack() {
        var visit = new Visit();

        visit.get("/alerts/a-1").then().statusCode(303).header("Location", endsWith("/login?next=%2Falerts%2Fa-1"));
        visit.get("/login?next=/alerts/a-1").then().statusCode(200).body(containsString("value=\"/alerts/a-1\""));
        visit.post("/login", "name", "camille", "password", ConsoleResources.PASSWORD, "next", "/alerts/a-1")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/alerts/a-1"));
    }

    @Test
    void theTokenIsOutOfReachOfScriptsAndOtherSites() {
        var visit = new Visit();
        visit.get("/login");

        var response = visit.post("/login", "name", "camille", "password", ConsoleResources.PASSWORD);

        var cookie = response.getDetailedCookie("ressenti_session");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getMaxAge()).isEqualTo(12 * 3600);
    }

    @Test
    void aWrongNameAndAWrongPasswordGetTheSameAnswer() {
        var visit = new Visit();
        visit.get("/login");

        var wrongPassword = visit.post("/login", "name", "otto", "password", "wrong");
        var wrongName = visit.post("/login", "name", "nobody", "password", "wrong");

        assertThat(wrongPassword.statusCode()).isEqualTo(401);
        assertThat(wrongName.statusCode()).isEqualTo(401);
        assertThat(wrongName.asString().replace("nobody", "otto")).isEqualTo(wrongPassword.asString());
        assertThat(wrongName.getCookie("ressenti_session")).isNull();
    }

    @Test
    void guessingHasToWait() {
        var visit = new Visit();
        visit.get("/login");
        for (int i = 0; i < 5; i++) {
            visit.post("/login", "name", "mallory", "password", "guess" + i)
                    .then()
                    .statusCode(401);
        }

        var response = visit.post("/login", "name", "mallory", "password", "guess");

        response.then().statusCode(429).body(containsString("Too many tries"));
        assertThat(Integer.parseInt(response.getHeader("Retry-After"))).isBetween(1, 16);
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        given().redirects()
                .follow(false)
                .formParam("name", "camille")
                .formParam("password", ConsoleResources.PASSWORD)
                .post("/login")
                .then()
                .statusCode(400);
        var visit = as("camille");

        visit.request()
                .formParam("csrf", "forged")
                .post("/alerts/a-1/acknowledge")
                .then()
                .statusCode(400);

        visit.get("/alerts/a-1").then().body(containsString("/alerts/a-1/acknowledge"));
    }

    @Test
    void neverLeadsToAnotherSite() {
        var visit = new Visit();
        visit.get("/login");

        visit.post("/login", "name", "camille", "password", ConsoleResources.PASSWORD, "next", "//evil.example")
                .then()
                .statusCode(303)
                .header("Location", equalTo(url() + "/"));
    }

    @Test
    void aChangedTokenIsNone() {
        given().redirects()
                .follow(false)
                .cookie("ressenti_session", "eyJhbGciOiJub25lIn0.eyJ1cG4iOiJjYW1pbGxlIiwiaXNzIjoicmVzc2VudGkifQ.")
                .get("/")
                .then()
                .statusCode(303);
    }

    @Test
    void loggingOutEndsTheSession() {
        var visit = as("camille");
        visit.get("/").then().statusCode(200);

        visit.post("/logout").then().statusCode(303).header("Location", endsWith("/login"));

        visit.get("/").then().statusCode(303);
    }

    @Test
    void withoutAProviderThereIsNoOtherWayIn() {
        var visit = as("camille");

        visit.get("/login/sso").then().statusCode(404);

        new Visit()
                .get("/login?error=access_denied")
                .then()
                .body(not(containsString("/login/sso")))
                .body(not(containsString("has not let you in")));
    }

    @Test
    void scriptsAreToldThatTheSessionHasEnded() {
        var visit = new Visit();

        visit.request()
                .header("HX-Request", "true")
                .get("/alerts/a-1")
                .then()
                .statusCode(401)
                .header("HX-Redirect", equalTo("/login"));
        given().header("Accept", "text/event-stream").get("/alerts/feed").then().statusCode(401);
    }
}
