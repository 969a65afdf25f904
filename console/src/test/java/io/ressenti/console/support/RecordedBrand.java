package io.ressenti.console.support;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import static io.ressenti.console.support.ServicesStandIn.array;

/** What the services hold of one brand, in the shapes that their APIs answer in. */
final class RecordedBrand {

    private static final List<String> SEVERITIES = List.of("WARNING", "HIGH", "CRITICAL");

    private final Map<String, JsonObject> alerts = new LinkedHashMap<>();
    private final Map<String, JsonArray> journeys = new LinkedHashMap<>();
    private final Map<String, JsonObject> customers = new LinkedHashMap<>();
    private final Map<String, JsonObject> scores = new LinkedHashMap<>();
    private final Map<String, JsonArray> catalogue = new LinkedHashMap<>();

    static RecordedBrand acme() {
        var brand = new RecordedBrand();
        AcmeJourneys.record(brand);
        return brand;
    }

    /** Another brand, with an alert of its own that nobody of acme may ever see. */
    static RecordedBrand other() {
        var brand = new RecordedBrand();
        brand.put(alert("b-1", "CRITICAL", "OPEN", 3, "secret-lounge", "c-9", "v-9")
                .put(
                        "cause",
                        new JsonObject()
                                .put("eventId", "e")
                                .put("eventSource", "s")
                                .put("outcome", "FAILURE")));
        brand.touchpoint("secret-lounge", "USAGE", "Other brand’s lounge", "Salon de l’autre marque");
        return brand;
    }

    /** A brand that nothing has happened to yet. */
    static RecordedBrand calm() {
        return new RecordedBrand();
    }

    static JsonObject alert(
            String id,
            String severity,
            String state,
            int minutesAgo,
            String touchpoint,
            String customer,
            String journey) {
        var at = ago(Duration.ofMinutes(minutesAgo));
        return new JsonObject()
                .put("id", id)
                .put("state", state)
                .put("severity", severity)
                .put("rule", "dissatisfied-signal")
                .put("customer", customer)
                .put("journeyId", journey)
                .put("touchpoint", touchpoint)
                .put("stage", "ACCESS")
                .put("channel", "COURIER")
                .put("signals", 1)
                .put("value", 8.0)
                .put("revision", 1)
                .put("openedAt", at)
                .put("updatedAt", at)
                .put("aFieldOfTomorrow", true)
                .put(
                        "history",
                        array(new JsonObject()
                                .put("revision", 1)
                                .put("change", "OPENED")
                                .put("at", at)));
    }

    static String ago(Duration age) {
        return Instant.now().minus(age).toString();
    }

    void put(JsonObject alert) {
        alerts.put(alert.getString("id"), alert);
    }

    void journey(String customer, Object... items) {
        journeys.put(customer, array(items));
    }

    void customer(String customer, JsonObject score) {
        customers.put(customer, score);
    }

    void touchpoint(String code, String stage, String english, String french) {
        var names = new JsonObject().put("en", english).put("fr", french);
        entry(
                "touchpoints",
                new JsonObject().put("code", code).put("stage", stage).put("names", names));
    }

    void entry(String kind, JsonObject entry) {
        catalogue.computeIfAbsent(kind, none -> new JsonArray()).add(entry);
    }

    void scores(String metric, Object... rows) {
        scores.put(metric, new JsonObject().put("metric", metric).put("rows", array(rows)));
    }

    JsonObject alerts(boolean resolved) {
        var items = alerts.values().stream()
                .filter(alert -> "RESOLVED".equals(alert.getString("state")) == resolved)
                .sorted(Comparator.<JsonObject>comparingInt(alert -> SEVERITIES.indexOf(alert.getString("severity")))
                        .thenComparing(alert -> Instant.parse(alert.getString("openedAt")))
                        .reversed())
                .toList();
        return new JsonObject().put("items", new JsonArray(items)).putNull("next");
    }

    JsonObject alert(String id) {
        return alerts.get(id);
    }

    /** One page of a customer's moments, as touchpoint-service reads its parameters; the cursor is a place in the list. */
    JsonObject journey(String customer, UnaryOperator<String> parameter) {
        var journeyId = parameter.apply("journeyId");
        var from = parameter.apply("from");
        var to = parameter.apply("to");
        var items = journeys.getOrDefault(customer, new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(item -> journeyId == null || journeyId.equals(item.getString("journeyId")))
                .filter(item -> from == null || !at(item).isBefore(Instant.parse(from)))
                .filter(item -> to == null || at(item).isBefore(Instant.parse(to)))
                .toList();
        return page(items, parameter);
    }

    private static JsonObject page(List<?> items, UnaryOperator<String> parameter) {
        var cursor = parameter.apply("cursor");
        int start = cursor == null ? 0 : Integer.parseInt(cursor);
        int end = Math.min(items.size(), start + Integer.parseInt(parameter.apply("limit")));
        return new JsonObject()
                .put("items", new JsonArray(items.subList(start, end)))
                .put("next", end < items.size() ? Integer.toString(end) : null);
    }

    private static Instant at(JsonObject item) {
        return Instant.parse(item.getString("occurredAt"));
    }

    JsonObject score(String customer) {
        return customers.getOrDefault(customer, new JsonObject().put("n", 0).put("signals", new JsonArray()));
    }

    JsonObject catalogue(String kind, UnaryOperator<String> parameter) {
        return page(catalogue.getOrDefault(kind, new JsonArray()).getList(), parameter);
    }

    JsonObject scores(String metric) {
        return scores.getOrDefault(metric, new JsonObject().put("rows", new JsonArray()));
    }

    /** Does what notification-service would; false where the alert's state forbids it. */
    boolean act(JsonObject alert, String action, JsonObject body, String by) {
        var state = alert.getString("state");
        boolean allowed =
                switch (action) {
                    case "acknowledge" -> state.equals("OPEN");
                    case "reopen" -> state.equals("RESOLVED");
                    default -> !state.equals("RESOLVED");
                };
        if (!allowed) {
            return false;
        }
        var change =
                switch (action) {
                    case "acknowledge" -> changed(alert, "ACKNOWLEDGED", "ACKNOWLEDGED");
                    case "assign" ->
                        changed(alert.put("assignee", body.getString("assignee")), "IN_PROGRESS", "ASSIGNED");
                    case "resolve" -> changed(alert, "RESOLVED", "RESOLVED");
                    case "reopen" -> changed(alert, "OPEN", "REOPENED");
                    default -> changed(alert, state, "NOTED");
                };
        alert.getJsonArray("history")
                .add(change.put("by", by)
                        .put("note", body.getString("text"))
                        .put("rootCause", body.getString("rootCause")));
        return true;
    }

    private static JsonObject changed(JsonObject alert, String state, String change) {
        alert.put("state", state).put("revision", alert.getInteger("revision") + 1);
        return new JsonObject()
                .put("revision", alert.getInteger("revision"))
                .put("change", change)
                .put("at", ago(Duration.ZERO));
    }
}
