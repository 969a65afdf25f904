package io.ressenti.console.inbox;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.console.support.ConsoleSuite;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
class InboxTest extends ConsoleSuite {

    @Test
    void listsTheMostUrgentFirstAndTellsItsStory() {
        var page = as("camille").get("/").then().statusCode(200).extract().asString();

        assertThat(page).containsSubsequence("card-a-1", "card-a-2", "card-a-3", "card-a-4", "card-a-5", "card-a-6");
        assertThat(page).doesNotContain("card-a-7");
        assertThat(page)
                .contains("<h1 id=\"headline\">Delivery came 36\u00a0h later than promised; "
                        + "the customer gave 1 of 5 for Delivery and is disappointed.</h1>")
                .contains("Rapido Couriers", "It was meant for my daughter", "Promise broken.", "at risk");
    }

    @Test
    void speaksFrenchToWhoeverChoosesIt() {
        var visit = as("camille");
        visit.post("/language", "language", "fr", "back", "/").then().statusCode(303);

        var page = visit.get("/").then().statusCode(200).extract().asString();

        assertThat(page)
                .contains(
                        "<html lang=\"fr\">",
                        "Livraison\u00a0: 36\u00a0h plus tard que promis",
                        "Prendre en compte",
                        "Coursier")
                .doesNotContain("Acknowledge", "later than promised");
    }

    @Test
    void drawsTheCurveWithATextThatStandsForIt() {
        var page = as("camille").get("/alerts/a-1").asString();

        assertThat(page)
                .contains("role=\"img\" aria-label=\"What the customer felt, from first to last: "
                        + "content, delighted, delighted, disappointed, let down.\"")
                .contains("class=\"dot let-down\"");
    }

    @Test
    void aReplayOfYearsAgoShowsWhatLedToIt() {
        var page = as("camille").get("/alerts/a-8").asString();

        var story = page.substring(page.indexOf("class=\"stops\""));
        assertThat(story.split("<li class=\"stop")).hasSize(1 + 100);
        assertThat(story)
                .containsSubsequence("2018-01-18T15:56:59Z", "stop cause", "2018-01-18T22:56:59Z", "Why you see this")
                .doesNotContain("Queue at the till", "Support call");
    }

    @Test
    void showsDoneAlertsApart() {
        as("camille")
                .get("/?resolved=true")
                .then()
                .body(containsString("card-a-7"))
                .body(not(containsString("card-a-1")));
    }

    @Test
    void brandsNeverMix() {
        var camille = as("camille");
        var otto = as("otto");

        camille.get("/").then().body(not(containsString("b-1")));
        otto.get("/").then().body(containsString("Other brand")).body(not(containsString("a-1")));
        camille.get("/alerts/b-1").then().body(containsString("No longer here"));
        camille.get("/").then().body(not(containsString("Other brand")));
    }

    @Test
    void whatCustomersWriteIsTextAndNothingElse() {
        as("camille")
                .get("/alerts/a-4")
                .then()
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void saysHowToSendAFirstEventWhileThereIsNone() {
        var page = as("clara").get("/").asString();

        assertThat(page)
                .contains("Nobody is let down")
                .containsSubsequence(
                        "curl -X PUT http://localhost:8080/api/v1/catalogue/touchpoints/payment ",
                        "-d '{\"stage\":\"PURCHASE\",\"names\":{\"en\":\"Payment\",\"fr\":\"Paiement\"},\"channels\":[\"WEB\"]}'",
                        "curl -X POST http://localhost:8080/api/v1/touchpoints ",
                        "\"touchpoint\":\"payment\"",
                        "\"channel\":\"WEB\",\"outcome\":\"FAILURE\"}'");
    }

    @Test
    void staysUsableWhileServicesAreAway() {
        var visit = as("camille");

        away("/api/v1/alerts.*");
        visit.get("/").then().statusCode(200).body(containsString("Not reachable right now"));

        away("/api/v1/customers/.*");
        visit.get("/alerts/a-1")
                .then()
                .statusCode(200)
                .body(containsString("1 of 5 for Delivery"))
                .body(containsString("Not reachable right now"));
    }

    @Test
    void whoeverMayNotSeeAlertsIsToldSo() {
        as("ana").get("/").then().statusCode(403).body(containsString("Not yours to see"));
    }

    @Test
    void aPageThatDoesNotExistSaysSo() {
        as("camille").get("/nowhere").then().statusCode(404).body(containsString("Nothing here"));
    }

    @Test
    void everyAnswerForbidsForeignAndInlineScripts() {
        var response = as("camille").get("/");

        response.then()
                .header(
                        "Content-Security-Policy",
                        startsWith("default-src 'none'; script-src 'self'; style-src 'self';"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Cache-Control", containsString("no-store"));
        assertThat(response.asString()).doesNotContain(" style=", "<style", " onclick=", "http://cdn", "https://cdn");
    }

    @Test
    void allScriptsTogetherAreLight() {
        var visit = new Visit();

        int bytes = visit.get("/webjars/htmx.org/dist/htmx.min.js").asByteArray().length
                + visit.get("/assets/console.js").asByteArray().length;

        assertThat(bytes).isBetween(20_000, 100_000);
    }
}
