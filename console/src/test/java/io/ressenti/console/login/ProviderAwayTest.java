package io.ressenti.console.login;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ressenti.console.support.ConsoleSuite;
import io.ressenti.console.support.LogLines;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

/** A provider that nobody has ever reached: the console works, and says so to whoever asks for it. */
@QuarkusTest
@TestProfile(ProviderAwayTest.Away.class)
class ProviderAwayTest extends ConsoleSuite {

    /** A port that nobody listens on. */
    public static final class Away implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ressenti.console.single-sign-on.enabled", "true",
                    "quarkus.oidc.leads.auth-server-url", "http://127.0.0.1:1/realms/ressenti",
                    "quarkus.oidc.leads.credentials.secret", "known-to-everybody-for-development");
        }
    }

    @Test
    void leadsBackToTheLoginPageWhichSaysSo() {
        var visit = new Visit();
        visit.get("/login?next=/alerts/a-1").then().body(containsString("href=\"/login/sso?next=%2Falerts%2Fa-1\""));

        var answer = visit.get("/login/sso?next=/alerts/a-1");

        answer.then().statusCode(303).header("Location", endsWith("/login?error=server_error&next=%2Falerts%2Fa-1"));
        visit.get("/login?error=server_error&next=/alerts/a-1")
                .then()
                .statusCode(200)
                .body(containsString("has not let you in, or cannot be reached"))
                .body(containsString("value=\"/alerts/a-1\""));
    }

    @Test
    void standsInTheLogOnceHoweverOftenThePageIsRead() {
        try (var log = LogLines.of(ProviderAwayTest.class)) {
            var visit = new Visit();

            var answer = visit.get("/login/sso");

            var page = URI.create(answer.getHeader("Location"));
            visit.get(page.getPath() + "?" + page.getRawQuery());
            visit.get("/login?error=server_error");
            assertThat(log.all()).containsExactly("event=login.failed way=single-sign-on reason=away");
        }
    }

    /** A matrix parameter takes the path out of the reach of the rule that only the provider's people come here. */
    @ParameterizedTest
    @CsvSource({
        "/login/sso,          303",
        "/login/sso/,         303",
        "/login/sso/back;x=y, 303",
        "/login/sso;x=y,      403",
        "/login;x=y/sso,      403"
    })
    void aSessionOfOursBeginsNoOther(String path, int status) {
        var visit = as("camille");

        var answer = visit.request().urlEncodingEnabled(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.getCookie("ressenti_session")).isNull();
        visit.get("/").then().statusCode(200);
    }

    /** The extension takes a path's last part for one of its tenants, and its cookies on any path. */
    @Test
    void elsewhereTheProviderIsAskedNothing() {
        var visit = new Visit();

        visit.get("/alerts/leads").then().statusCode(303).header("Location", endsWith("/login?next=%2Falerts%2Fleads"));
        given().redirects()
                .follow(false)
                .header("Accept", "text/html")
                .cookie("q_session_leads", "nonsense")
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/login"));
        as("camille")
                .request()
                .cookie("q_session_leads", "nonsense")
                .get("/")
                .then()
                .statusCode(200);
    }
}
