package io.ressenti.e2e;

import io.ressenti.e2e.system.AlertFeed;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Json;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Logs are for machines, and say nothing about customers, whatever happens to these. */
@ExtendWith(RessentiExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsE2E {

    private static final String TOUCHPOINT = "checkout";

    /** Stands in everything that is personal, and nowhere else. */
    private static final String MARK = "zq7marked";

    private static final String CUSTOMER = MARK + "@example.org";

    private RunningRessenti ressenti;

    /** A failure, an answer with a comment, events that are refused, questions nobody can answer, and an erasure. */
    @BeforeAll
    void everythingHappensToACustomer(RunningRessenti running) {
        ressenti = running;
        var brand = running.brand("logs");
        var caller = brand.caller();
        brand.catalogue(TOUCHPOINT, "PURCHASE");
        try (var feed = AlertFeed.open(brand, null)) {
            caller.post("/api/v1/touchpoints", Brand.failure("l-1", CUSTOMER, TOUCHPOINT));
            feed.awaitAlert(alert -> alert.get("customer").asText().equals(CUSTOMER));
        }
        assertThat(caller.post("/api/v1/feedback", commented("l-2")).status()).isEqualTo(201);
        assertThat(List.of(
                        caller.post("/api/v1/feedback", Map.of("customer", CUSTOMER, "comment", MARK, "answers", MARK)),
                        caller.post("/api/v1/touchpoints", Brand.failure("l-3", CUSTOMER, MARK + "-nowhere")),
                        caller.post("/api/v1/touchpoints/batch", List.of(MARK, Map.of("customer", CUSTOMER))),
                        caller.get("/api/v1/customers/" + CUSTOMER + "/journeys?limit=" + MARK),
                        caller.get("/api/v1/customers/" + CUSTOMER + "/" + MARK)))
                .extracting(reply -> reply.status() / 100)
                .doesNotContain(5);
        assertThat(caller.delete("/api/v1/customers/" + CUSTOMER).status()).isEqualTo(202);
        brand.awaitEverythingProcessed();
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void noLineSaysAnythingAboutTheCustomer(Part part) {
        // When
        var log = ressenti.log(part);

        // Then
        assertThat(log).noneMatch(line -> line.contains(MARK));
    }

    @ParameterizedTest
    @EnumSource(value = Part.class, mode = EnumSource.Mode.EXCLUDE, names = "KAFKA")
    void everyLineIsJsonWithTheSameKeys(Part part) {
        // When
        var log = ressenti.log(part);

        // Then
        assertThat(log).isNotEmpty().allSatisfy(line -> assertThat(keysOf(line))
                .contains("timestamp", "level", "service", "loggerName", "message", "threadName", "mdc")
                .isSubsetOf(
                        "timestamp",
                        "level",
                        "service",
                        "loggerName",
                        "message",
                        "threadName",
                        "mdc",
                        "hostName",
                        "processId",
                        "exception"));
    }

    private static List<String> keysOf(String line) {
        return Json.read(line).properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Map<String, Object> commented(String id) {
        Map<String, Object> feedback = new HashMap<>(Brand.feedback(id, CUSTOMER, TOUCHPOINT, 1));
        feedback.put("comment", MARK + " was very unhappy");
        return feedback;
    }
}
