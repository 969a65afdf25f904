package io.ressenti.e2e;

import io.ressenti.e2e.system.AlertFeed;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.RunningRessenti;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher's own life, on a system that no other test uses. In order, as each start of a system takes long. */
@TestMethodOrder(OrderAnnotation.class)
class LauncherE2E {

    private static final String CHECKOUT = "checkout";
    private static final String CUSTOMER = "c-launcher";

    private static RunningRessenti ressenti;

    @BeforeAll
    static void start() {
        ressenti = RunningRessenti.start("launcher");
    }

    @AfterAll
    static void end() {
        ressenti.close();
    }

    @Test
    @Order(1)
    void aSecondOneIsRefusedOnTheSameDataAndOnTheSamePort() {
        // When
        var sameData = ressenti.upOnSameData();
        var samePort = ressenti.upOnSameFrontDoor();

        // Then
        assertThat(sameData.exitCode()).isEqualTo(1);
        assertThat(sameData.output().lines())
                .singleElement()
                .asString()
                .startsWith("Ressenti runs already on the data in");
        assertThat(samePort.exitCode()).isEqualTo(1);
        assertThat(samePort.output().lines())
                .singleElement()
                .asString()
                .startsWith("Port %d, which the front door needs, is taken by another program."
                        .formatted(ressenti.url().getPort()));
    }

    @Test
    @Order(2)
    void afterItWasKilledTheNextOneEndsWhatIsLeftAndGoesOnWithTheSameData() {
        // Given an event, and the alert that came of it
        var brand = ressenti.brand("launcher");
        brand.catalogue(CHECKOUT, "PURCHASE");
        try (var feed = AlertFeed.open(brand, null)) {
            brand.caller().post("/api/v1/touchpoints", Brand.failure("launcher-1", CUSTOMER, CHECKOUT));
            feed.awaitAlert(alert -> alert.get("customer").asText().equals(CUSTOMER));
        }
        var before = ressenti.processes();

        // When
        ressenti.killLauncher();
        ressenti = ressenti.startAgain();

        // Then
        assertNoneIsLeft(before);
        brand.awaitEverythingProcessed();
        assertThat(brand.alertsWithoutFences())
                .extracting(alert ->
                        alert.get("customer").asText() + " " + alert.get("rule").asText())
                .containsExactly(CUSTOMER + " dissatisfied-signal");
        assertThat(brand.caller()
                        .get("/api/v1/customers/" + CUSTOMER + "/journey")
                        .json()
                        .get("items"))
                .extracting(entry -> entry.get("id").asText())
                .containsExactly("launcher-1");
    }

    @Test
    @Order(3)
    void downLeavesNothingBehind() {
        // Given
        var processes = ressenti.processes();

        // When
        var result = ressenti.down();

        // Then
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertNoneIsLeft(processes);
    }

    private static void assertNoneIsLeft(List<ProcessHandle> processes) {
        assertThat(processes).hasSizeGreaterThan(7);
        RunningRessenti.awaitNoneOf(processes);
    }
}
