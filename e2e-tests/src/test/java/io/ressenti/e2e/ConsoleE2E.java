package io.ressenti.e2e;

import com.microsoft.playwright.Page;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Chromium;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A lead's page in a real browser: an alert arrives while it is open, and is acknowledged from the keyboard. */
@ExtendWith(RessentiExtension.class)
class ConsoleE2E {

    private static final String CHECKOUT = "checkout";

    @Test
    void anAlertArrivesWithoutReloadAndIsAcknowledgedByKeyboard(RunningRessenti ressenti) {
        var browser = Chromium.find();
        assumeTrue(browser.isPresent(), "There is no Chromium on the PATH; set CHROMIUM to one.");
        var demo = ressenti.demoBrand();
        demo.catalogue(CHECKOUT, "PURCHASE");
        try (var chromium = new Chromium(browser.get())) {
            // Given a lead who has logged in and is connected
            var page = chromium.page();
            logIn(page, ressenti);
            assertThat(page.locator("#live")).hasClass(Pattern.compile("\\bon\\b"));
            assertThat(page.locator(".card")).hasCount(0);

            // When somebody is let down
            demo.caller().post("/api/v1/touchpoints", Brand.failure("console-1", "c-console", CHECKOUT));

            // Then the alert waits behind the pill, is shown, opened and acknowledged without the mouse
            var pill = page.locator("#pill");
            assertThat(pill).isVisible();
            page.keyboard().press(".");
            assertThat(page.locator(".card").first()).isVisible();
            page.keyboard().press("j");
            assertThat(page.locator("#headline")).isVisible();
            page.keyboard().press("a");
            assertThat(page.locator("#story-state .state")).hasClass(Pattern.compile("\\bACKNOWLEDGED\\b"));
            assertThat(demo.alerts("touchpoint=" + CHECKOUT))
                    .anyMatch(alert -> alert.get("state").asText().equals("ACKNOWLEDGED"));
        }
    }

    private static void logIn(Page page, RunningRessenti ressenti) {
        page.navigate(ressenti.url().toString());
        var login = ressenti.leadLogin();
        page.locator("#name").fill(login.get(0));
        page.locator("#password").fill(login.get(1));
        page.locator(".login form button").click();
        assertThat(page.locator("#cards")).isAttached();
    }
}
