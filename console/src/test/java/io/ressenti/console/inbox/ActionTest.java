package io.ressenti.console.inbox;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.console.support.ConsoleSuite;
import org.junit.jupiter.api.Test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ActionTest extends ConsoleSuite {

    @Test
    void acknowledgesAndGoesBackToTheStory() {
        var visit = as("camille");
        visit.get("/alerts/a-1").then().body(containsString("/alerts/a-1/acknowledge"));

        visit.post("/alerts/a-1/acknowledge").then().statusCode(303).header("Location", endsWith("/alerts/a-1"));

        visit.get("/alerts/a-1")
                .then()
                .body(containsString("<b>Acknowledged</b> by camille"))
                .body(not(containsString("/alerts/a-1/acknowledge")));
    }

    @Test
    void assignsToWhoeverAsks() {
        var visit = as("camille");
        visit.get("/");

        visit.post("/alerts/a-1/assign");

        visit.get("/alerts/a-1").then().body(containsString("with camille")).body(containsString("In progress"));
    }

    @Test
    void keepsNotesAndRootCauses() {
        var visit = as("camille");
        visit.get("/");

        visit.post("/alerts/a-1/note", "text", "Called her, sent flowers.");
        visit.post("/alerts/a-1/resolve", "text", "Refunded.", "rootCause", "Van broke down");

        visit.get("/alerts/a-1")
                .then()
                .body(containsString("Called her, sent flowers."))
                .body(containsString("Root cause: Van broke down"))
                .body(containsString("/alerts/a-1/reopen"));
    }

    @Test
    void saysInWordsWhatCannotBeDone() {
        var visit = as("camille");
        visit.get("/");

        visit.post("/alerts/a-2/acknowledge")
                .then()
                .statusCode(200)
                .body(containsString("Not done: the alert has moved on meanwhile"))
                .body(containsString("Payment failed."));
        visit.post("/alerts/b-1/acknowledge").then().body(containsString("Not done: this alert no longer exists."));
        away("/api/v1/alerts/a-3/.*");
        visit.post("/alerts/a-3/assign").then().body(containsString("Not done: the alert service does not answer."));
    }

    @Test
    void htmxGetsThePartOnly() {
        var visit = as("camille");
        var token = visit.get("/").htmlPath().getString("**.find { it.@name == 'csrf' }.@value");

        visit.request()
                .header("HX-Request", "true")
                .header("X-CSRF-TOKEN", token)
                .post("/alerts/a-1/acknowledge")
                .then()
                .statusCode(200)
                .body(containsString("id=\"story\""))
                .body(not(containsString("<html")));
    }

    @Test
    void knowsNoOtherAction() {
        var visit = as("camille");
        visit.get("/");

        visit.post("/alerts/a-1/explode").then().statusCode(404);
    }
}
