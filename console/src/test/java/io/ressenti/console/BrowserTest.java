package io.ressenti.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.console.support.Chromium;
import io.ressenti.console.support.ConsoleResources;
import io.ressenti.console.support.ConsoleSuite;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What only a real browser can show. Skipped, and said so, where there is none; CI installs one. */
@QuarkusTest
class BrowserTest extends ConsoleSuite {

    private static Chromium chromium;

    @BeforeAll
    static void launch() {
        var executable = Chromium.find();
        Assumptions.assumeTrue(
                executable.isPresent(),
                "no chromium on the PATH: install it (apt-get install chromium) or name it in the variable CHROMIUM");
        chromium = new Chromium(executable.get());
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390, en, LIGHT", "768, fr, DARK", "1440, en, LIGHT", "1440, fr, DARK"})
    void axeFindsNothingOnAnyPage(int width, String language, ColorScheme scheme) {
        try (var context = context(width, language, scheme)) {
            var page = context.newPage();
            page.navigate(url() + "/login");
            var found = new ArrayList<>(violations(page, "login"));
            login(page, "camille");
            for (var path : List.of("/", "/alerts/a-1", "/alerts/a-7", "/scores", "/nowhere")) {
                page.navigate(url() + path);
                found.addAll(violations(page, path));
                assertThat(overflow(page))
                        .as("sideways overflow of %s at %d px", path, width)
                        .isZero();
            }
            assertThat(found).isEmpty();
        }
    }

    @Test
    void newAlertsWaitBehindThePillAndMoveNothing() {
        try (var context = context(1440, "en", ColorScheme.LIGHT)) {
            var page = inbox(context);
            var before = page.locator("#card-a-1").boundingBox().y;

            tellOfAlert("acme", "n-1", "OPEN", 1);
            tellOfAlert("acme", "n-2", "OPEN", 1);

            assertThat(page.locator("#pill")).hasText("2 new alerts");
            assertThat(page.locator("#card-n-1")).hasCount(0);
            assertThat(page.locator("#card-a-1").boundingBox().y).isEqualTo(before);
            assertThat(page.title()).startsWith("(2) ");
            page.keyboard().press(".");
            assertThat(page.locator("#card-n-2")).isVisible();
            assertThat(page.locator("#pill")).isHidden();
            assertThat(page.locator("#cards > .card").nth(2)).hasAttribute("data-id", "n-2");
        }
    }

    @Test
    void aChangedAlertChangesWhereItStands() {
        try (var context = context(1440, "en", ColorScheme.LIGHT)) {
            var page = inbox(context);

            tellOfAlert("acme", "a-6", "ACKNOWLEDGED", 5);

            assertThat(page.locator("#card-a-6 .state")).hasText("Acknowledged");
            assertThat(page.locator("#pill")).isHidden();
        }
    }

    @Test
    void everythingIsAtHandOnTheKeyboard() {
        try (var context = context(1440, "en", ColorScheme.LIGHT)) {
            var page = inbox(context);

            page.keyboard().press("j");
            assertThat(page.locator("#headline")).hasText("Payment failed.");
            page.keyboard().press("k");
            assertThat(page.locator("#headline")).containsText("Delivery came 36");
            page.keyboard().press("a");
            assertThat(page.locator("#story-state")).hasText("Acknowledged");
            page.keyboard().press("s");
            assertThat(page.locator("#story .story-head .assignee")).hasText("with camille");
            page.keyboard().press("n");
            page.keyboard().type("Called her. Jolly good.");
            page.locator("#story .write:visible button").click();
            assertThat(page.locator(".history .said").first()).hasText("Called her. Jolly good.");
            page.keyboard().press("r");
            page.keyboard().type("Refunded");
            page.locator("#story .write:visible button").click();
            assertThat(page.locator("#story-state")).hasText("Resolved");
            page.keyboard().press("?");
            assertThat(page.locator("#help")).isVisible();
        }
    }

    @Test
    void saysThatTheLineIsLostAndCatchesUpByItself() {
        try (var context = context(1440, "en", ColorScheme.LIGHT)) {
            var page = inbox(context);
            tellOfAlert("acme", "n-1", "OPEN", 1);
            assertThat(page.locator("#pill")).hasText("1 new alert");

            away("/api/v1/alerts/stream");
            dropStreams();

            assertThat(page.locator("#lost")).isVisible();
            tellOfAlert("acme", "n-2", "OPEN", 1);
            away("");
            assertThat(page.locator("#pill")).hasText("2 new alerts");
            assertThat(page.locator("#lost")).isHidden();
        }
    }

    @Test
    void goesOnAfterTheLastEventSeenWhenTheBrowserHasGivenUp() {
        try (var context = context(1440, "en", ColorScheme.LIGHT)) {
            var page = inbox(context);
            tellOfAlert("acme", "n-1", "OPEN", 1);
            assertThat(page.locator("#pill")).hasText("1 new alert");

            page.route("**/alerts/feed", route -> route.fulfill(new Route.FulfillOptions().setStatus(502)));
            page.waitForRequest("**/alerts/feed?after=1", ConsoleSuite::dropStreams);

            assertThat(page.locator("#live")).hasClass("live on");
            tellOfAlert("acme", "n-2", "OPEN", 1);
            assertThat(page.locator("#pill")).hasText("2 new alerts");
        }
    }

    @Test
    void isLiveAgainWhenTheBrowserGoesBackToIt() {
        try (var context = context(1440, "en", ColorScheme.LIGHT)) {
            var page = inbox(context);
            tellOfAlert("acme", "n-1", "OPEN", 1);
            assertThat(page.locator("#pill")).hasText("1 new alert");

            page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
            tellOfAlert("acme", "n-2", "OPEN", 1);
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

            assertThat(page.locator("#pill")).hasText("2 new alerts");
        }
    }

    @Test
    void aPhoneShowsTheListThenTheStory() {
        try (var context = context(390, "en", ColorScheme.LIGHT)) {
            var page = inbox(context);
            assertThat(page.locator("#headline")).isHidden();

            page.locator("#card-a-2 a").click();

            assertThat(page.locator("#headline")).hasText("Payment failed.");
            assertThat(page.locator(".list")).isHidden();
            assertThat(page).hasURL(url() + "/alerts/a-2");
        }
    }

    private static BrowserContext context(int width, String language, ColorScheme scheme) {
        return chromium.context(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale(language)
                .setColorScheme(scheme));
    }

    private static Page inbox(BrowserContext context) {
        var page = context.newPage();
        page.navigate(url() + "/login");
        login(page, "camille");
        page.locator("#live.on").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    private static void login(Page page, String name) {
        page.fill("#name", name);
        page.fill("#password", ConsoleResources.PASSWORD);
        page.click(".login .primary");
        page.waitForURL(url() + "/");
    }

    private static List<String> violations(Page page, String where) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> where + ": " + rule.getId() + " " + rule.getNodes())
                        .toList();
    }

    private static int overflow(Page page) {
        return ((Number) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .intValue();
    }
}
