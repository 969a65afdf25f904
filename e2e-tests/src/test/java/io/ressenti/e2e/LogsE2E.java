package io.ressenti.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.e2e.system.AlertFeed;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.GrumpyMailServer;
import io.ressenti.e2e.system.Json;
import io.ressenti.e2e.system.Outside;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.Records;
import io.ressenti.e2e.system.Reply;
import io.ressenti.e2e.system.RunningRessenti;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Logs are for machines, and say nothing about customers, whatever happens to these. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogsE2E {

    private static final String TOUCHPOINT = "checkout";

    /** Stands in everything that is personal, and nowhere else. */
    private static final String MARK = "zq7marked";

    private static final String CUSTOMER = MARK + "@example.org";
    private static final String CARD = MARK + "-card";

    private static final List<Part> SERVICES =
            List.of(Part.TOUCHPOINT_SERVICE, Part.FEEDBACK_SERVICE, Part.SCORING_SERVICE, Part.NOTIFICATION_SERVICE);

    private static final Pattern SET_ASIDE =
            Pattern.compile("(?m)^ressenti_records_deadlettered_total\\{[^}]*} (\\S+)");

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Outside outside = Outside.open();
    private final GrumpyMailServer mail = GrumpyMailServer.open();

    private RunningRessenti ressenti;
    private Brand brand;

    /** All that a log could be tempted to quote. */
    @BeforeAll
    void everythingHappensToACustomer() {
        ressenti = RunningRessenti.start(
                "logs",
                Map.of(
                        "RESSENTI_NOTIFICATION_WEBHOOK_ALLOW_PRIVATE_ADDRESSES", "true",
                        "RESSENTI_SMTP_HOST", "localhost",
                        "RESSENTI_SMTP_PORT", String.valueOf(mail.port()),
                        "RESSENTI_SMTP_FROM", "alerts@example.com",
                        "RESSENTI_SMTP_STARTTLS", "disabled"));
        brand = ressenti.brand("logs");
        brand.catalogue(TOUCHPOINT, "PURCHASE");
        receiversFail();
        aFailureIsToldAndAnswered();
        eventsAndQuestionsAreRefused();
        recordsAreSetAside();
        identifiersAreMergedAndUnmerged();
        assertThat(brand.caller().delete("/api/v1/customers/" + CUSTOMER).status())
                .isEqualTo(202);
        brand.awaitEverythingProcessed();
        await("deliveries have failed").atMost(PATIENCE).untilAsserted(() -> assertThat(
                        metricsOf(Part.NOTIFICATION_SERVICE))
                .containsPattern("ressenti_deliveries_total\\{kind=\"webhook\",outcome=\"failed\"} [1-9]")
                .containsPattern("ressenti_deliveries_total\\{kind=\"email\",outcome=\"dead\"} [1-9]"));
    }

    @AfterAll
    void end() {
        try (mail;
                outside;
                var first = ressenti) {
            ressenti = null;
        }
    }

    private void receiversFail() {
        var caller = brand.caller();
        assertThat(List.of(
                        caller.put(
                                "/api/v1/receivers/desk",
                                Map.of("kind", "WEBHOOK", "url", outside.brokenWebhook() + "?to=" + MARK)),
                        caller.put(
                                "/api/v1/receivers/mailbox",
                                Map.of("kind", "EMAIL", "address", CUSTOMER, "language", "en"))))
                .extracting(Reply::status)
                .containsOnly(201);
    }

    private void aFailureIsToldAndAnswered() {
        var caller = brand.caller();
        try (var feed = AlertFeed.open(brand, null)) {
            caller.post("/api/v1/touchpoints", Brand.failure("l-1", CUSTOMER, TOUCHPOINT));
            feed.awaitAlert(alert -> alert.get("customer").asText().equals(CUSTOMER));
        }
        assertThat(caller.post("/api/v1/feedback", commented("l-2")).status()).isEqualTo(201);
    }

    private void eventsAndQuestionsAreRefused() {
        var caller = brand.caller();
        assertThat(List.of(
                        caller.post("/api/v1/feedback", Map.of("customer", CUSTOMER, "comment", MARK, "answers", MARK)),
                        caller.post("/api/v1/touchpoints", Brand.failure("l-3", CUSTOMER, MARK + "-nowhere")),
                        caller.post("/api/v1/touchpoints/batch", List.of(MARK, Map.of("customer", CUSTOMER))),
                        caller.get("/api/v1/customers/" + CUSTOMER + "/journeys?limit=" + MARK),
                        caller.get("/api/v1/customers/" + CUSTOMER + "/" + MARK)))
                .extracting(reply -> reply.status() / 100)
                .containsOnly(4);
    }

    /** Of each topic one that cannot be read, where parsers like to quote it; and one that PostgreSQL refuses, which does too. */
    private void recordsAreSetAside() {
        var key = brand.name() + "|" + CUSTOMER;
        var notATime =
                "{\"id\":\"l-4\",\"brand\":\"logs\",\"customer\":\"" + CUSTOMER + "\",\"occurredAt\":\"" + MARK + "\"}";
        try (var records = Records.on(ressenti)) {
            records.send("cx.touchpoints.v1", key, "TouchpointRecorded", "{\"customer\":\"" + CUSTOMER + "\"," + MARK);
            records.send("cx.touchpoints.v1", key, "TouchpointRecorded", withANul());
            records.send("cx.feedback.v1", key, "FeedbackRecorded", notATime);
            records.send("cx.customers.v1", key, "CustomerErased", notATime);
            records.send("cx.dissatisfaction.v1", key, "SignalDissatisfied", notATime);
            records.send("cx.catalogue.v1", key, MARK, MARK);
        }
        await("each consumer of these topics has set them aside")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(SERVICES).extracting(this::setAsideBy).containsExactly(4L, 2L, 4L, 2L));
        await("what was set aside is listed, once whoever did it")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(listed()).hasSize(6));
        assertThat(brand.caller()
                        .post("/api/v1/rejected/replay", Map.of("origin", "DEAD_LETTER"))
                        .status())
                .isEqualTo(200);
    }

    private void identifiersAreMergedAndUnmerged() {
        var caller = brand.caller();
        var now = Instant.now().toString();
        assertThat(List.of(
                        caller.post(
                                "/api/v1/customers/" + CARD + "/merge",
                                Map.of("id", "l-5", "source", "e2e", "into", CUSTOMER, "occurredAt", now)),
                        caller.post(
                                "/api/v1/customers/" + CARD + "/unmerge",
                                Map.of("id", "l-6", "source", "e2e", "occurredAt", now)),
                        caller.post(
                                "/api/v1/customers/" + CARD + "/merge",
                                Map.of("id", "l-7", "source", "e2e", "into", CARD, "occurredAt", now))))
                .extracting(Reply::status)
                .containsExactly(202, 202, 422);
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

    private JsonNode listed() {
        return brand.caller().get("/api/v1/rejected?origin=DEAD_LETTER").json().required("items");
    }

    private long setAsideBy(Part service) {
        return SET_ASIDE
                .matcher(metricsOf(service))
                .results()
                .mapToLong(sample -> (long) Double.parseDouble(sample.group(1)))
                .sum();
    }

    private String metricsOf(Part service) {
        return brand.at(ressenti.urlOf(service)).get("/q/metrics").body();
    }

    /** An event in order, but for a NUL, which no text in PostgreSQL may hold. */
    private static String withANul() {
        Map<String, Object> event = new HashMap<>(Brand.failure("l-8", CUSTOMER, TOUCHPOINT));
        event.put("brand", "logs");
        event.put("stage", "PURCHASE");
        event.put("receivedAt", event.get("occurredAt"));
        event.put("journeyId", MARK + "\u0000");
        return Json.write(event);
    }

    private static Map<String, Object> commented(String id) {
        Map<String, Object> feedback = new HashMap<>(Brand.feedback(id, CUSTOMER, TOUCHPOINT, 1));
        feedback.put("comment", MARK + " was very unhappy");
        return feedback;
    }
}
