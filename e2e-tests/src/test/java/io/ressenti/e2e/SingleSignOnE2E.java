package io.ressenti.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.ressenti.e2e.system.Chromium;
import io.ressenti.e2e.system.Keycloak;
import io.ressenti.e2e.system.RunningRessenti;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** People whom a real Keycloak looks after, in a real browser. It starts after the console, as it may. */
class SingleSignOnE2E {

    private static final Pattern STATE = Pattern.compile("[?&]state=([^&]+)");

    private static RunningRessenti ressenti;
    private static Keycloak keycloak;

    private Chromium chromium;
    private Page page;

    @BeforeAll
    static void start() {
        assumeTrue(Chromium.find().isPresent(), "There is no Chromium on the PATH; set CHROMIUM to one.");
        int port = Keycloak.freePort();
        ressenti = RunningRessenti.start(
                "single-sign-on",
                Map.of(
                        "RESSENTI_CONSOLE_SINGLE_SIGN_ON_ENABLED",
                        "true",
                        "RESSENTI_OIDC_URL",
                        Keycloak.realm(port),
                        "RESSENTI_OIDC_CLIENT_SECRET",
                        Keycloak.CLIENT_SECRET));
        keycloak = Keycloak.start(port, ressenti.url());
    }

    @AfterAll
    static void end() {
        try (var first = ressenti;
                var second = keycloak) {
            ressenti = null;
            keycloak = null;
        }
    }

    @BeforeEach
    void open() {
        chromium = new Chromium(Chromium.find().orElseThrow());
        page = chromium.page();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void whoeverTheProviderKnowsIsLedToThePageTheyAskedForAndGetsASessionOfOurs() {
        page.navigate(ressenti.url() + "/scores");

        logInAs("lena");

        assertThat(page).hasURL(ressenti.url() + "/scores");
        assertThat(page.locator(".who summary")).containsText("Lena Martin");
        page.navigate(ressenti.url().toString());
        assertThat(page.locator("#live")).hasClass(Pattern.compile("\\bon\\b"));
        assertThat(page.context().cookies(ressenti.url() + "/login/sso"))
                .extracting(cookie -> cookie.name)
                .contains("ressenti_session")
                .noneMatch(name -> name.startsWith("q_"));
    }

    @Test
    void whoeverHasNoBrandThereGetsNowhereHere() {
        page.navigate(ressenti.url().toString());

        logInAs("nobody");

        assertThat(page.locator("h1")).hasText("Not yours to see");
        assertThat(page.locator(".sheet")).containsText("does not say for which brand you work");
        assertThat(page.locator(".who")).hasCount(0);
        assertThat(page.context().cookies())
                .extracting((Cookie cookie) -> cookie.name)
                .doesNotContain("ressenti_session");
    }

    @Test
    void whoeverHasNoBrandThereLogsOutThereAndTakesAnotherAccount() {
        page.navigate(ressenti.url().toString());
        logInAs("nobody");

        page.locator(".sheet a.button").click();

        page.locator("#kc-logout").click();
        assertThat(page.locator("#kc-page-title")).hasText("You are logged out");
        page.navigate(ressenti.url() + "/scores");
        logInAs("lena");
        assertThat(page).hasURL(ressenti.url() + "/scores");
    }

    @Test
    void whoeverTheProviderSendsBackWithoutLettingThemInIsToldSo() {
        page.navigate(ressenti.url() + "/scores");
        page.locator(".login a.primary").click();
        assertThat(page.locator("#username")).isVisible();
        var state = STATE.matcher(page.url());
        assertThat(state.find()).as(page.url()).isTrue();

        page.navigate(ressenti.url() + "/login/sso/back?error=access_denied&error_description=%3Cb%3E&state="
                + state.group(1));

        assertThat(page.locator(".notice.bad"))
                .hasText("Your company’s login has not let you in, or cannot be reached. Try again.");
        assertThat(page.locator("input[name=next]")).hasValue("/scores");
    }

    @Test
    void aPasswordOfOursIsStillOne() {
        page.navigate(ressenti.url().toString());
        var login = ressenti.leadLogin();
        page.locator("#name").fill(login.get(0));
        page.locator("#password").fill(login.get(1));

        page.locator(".login form button").click();

        assertThat(page.locator("#cards")).isAttached();
    }

    private void logInAs(String name) {
        page.locator(".login a.primary").click();
        page.locator("#username").fill(name);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }
}
