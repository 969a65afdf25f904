package io.ressenti.console.score;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.console.support.ConsoleSuite;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ScoresTest extends ConsoleSuite {

    @Test
    void everyValueHasItsIntervalAndItsN() {
        var page = as("camille").get("/scores").then().statusCode(200).extract().asString();

        assertThat(page).containsSubsequence("Product page", "Checkout", "Payment", "Delivery", "Support call");
        assertThat(page).contains("61%", "mean 3.52", "54% to 68% · n = 180", "too few answers");
    }

    @Test
    void analystsMaySeeThem() {
        as("ana").get("/scores").then().statusCode(200);
    }

    @Test
    void thePollGetsTheTableOnly() {
        var visit = as("camille");

        visit.request()
                .header("HX-Request", "true")
                .get("/scores")
                .then()
                .statusCode(200)
                .body(containsString("id=\"scores\""))
                .body(not(containsString("<html")));
    }

    @Test
    void saysThatThereAreNone() {
        as("clara").get("/scores").then().body(containsString("No scores yet"));
    }

    @Test
    void saysThatTheServiceIsAway() {
        var visit = as("camille");
        away("/api/v1/scores/nps");

        visit.get("/scores").then().statusCode(200).body(containsString("Not reachable right now"));
    }
}
