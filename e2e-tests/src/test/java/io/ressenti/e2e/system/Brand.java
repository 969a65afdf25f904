package io.ressenti.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.ressenti.credentials.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One brand of the running system, and what its applications and people can do. */
public final class Brand {

    /** So many customers that each of Kafka's six partitions has some of them. */
    private static final int FENCE_CUSTOMERS = 60;

    private static final String FENCE = "fence";
    private static final List<String> ROLES = List.of("application", "lead", "analyst", "admin", "operator");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final String key;
    private final Caller caller;
    private int fences;

    private Brand(String name, String key, Caller caller) {
        this.name = name;
        this.key = key;
        this.caller = caller;
    }

    /** Adds the brand's key to the running services' file of keys, which they read again when it changes. */
    static Brand create(String name, RunningRessenti ressenti) {
        var key = ApiKey.generate(new SecureRandom());
        addKey(ressenti, new ApiKey(name, ApiKey.hash(key), name, Set.copyOf(ROLES)));
        var brand = withKey(name, key, ressenti);
        await("every service knows the key of " + name).atMost(PATIENCE).until(brand::isKnownEverywhere);
        return brand;
    }

    /** A brand whose key is valid already. */
    static Brand withKey(String name, String key, RunningRessenti ressenti) {
        return new Brand(name, key, new Caller(ressenti.url(), key));
    }

    public String name() {
        return name;
    }

    public String key() {
        return key;
    }

    /** Calls with the brand's key. */
    public Caller caller() {
        return caller;
    }

    /** Calls with the brand's key, past the front door. */
    public Caller at(URI url) {
        return new Caller(url, key);
    }

    /** Puts a touchpoint without promises on channel WEB, and waits until feedback about it is taken. */
    public void catalogue(String touchpoint, String stage) {
        assertThat(caller.put(
                                "/api/v1/catalogue/channels/WEB",
                                Map.of("code", "WEB", "names", Map.of("en", "Web"), "online", true))
                        .status())
                .isIn(200, 201);
        var body = Map.of(
                "code",
                touchpoint,
                "stage",
                stage,
                "names",
                Map.of("en", touchpoint, "fr", touchpoint),
                "channels",
                List.of("WEB"),
                "promises",
                List.of(),
                "owner",
                "BRAND");
        assertThat(caller.put("/api/v1/catalogue/touchpoints/" + touchpoint, body)
                        .status())
                .isIn(200, 201);
        await("feedback knows " + touchpoint)
                .atMost(PATIENCE)
                .until(() -> caller.post("/api/v1/feedback", feedback("probe-" + touchpoint, "probe", touchpoint, 5))
                                .status()
                        < 300);
    }

    /** A failure at a touchpoint, happening now. */
    public static Map<String, Object> failure(String id, String customer, String touchpoint) {
        return Map.of(
                "id",
                id,
                "source",
                "e2e",
                "occurredAt",
                Instant.now().toString(),
                "customer",
                customer,
                "touchpoint",
                touchpoint,
                "channel",
                "WEB",
                "outcome",
                "FAILURE");
    }

    /** An answer of {@code stars} on 1 to 5, given now. */
    public static Map<String, Object> feedback(String id, String customer, String touchpoint, int csat) {
        Map<String, Object> feedback = new HashMap<>(failure(id, customer, touchpoint));
        feedback.remove("outcome");
        feedback.put("answers", List.of(Map.of("type", "CSAT", "value", csat, "scale", 5)));
        return feedback;
    }

    /** A metric's rows; {@code query} as in {@code by=partner}, or empty. */
    public List<JsonNode> scores(String metric, String query) {
        var reply = caller.get("/api/v1/scores/" + metric + (query.isEmpty() ? "" : "?" + query));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return elements(reply.json().get("rows"));
    }

    /** Every alert, whatever its state; {@code filter} as in {@code touchpoint=x}, or empty. */
    public List<JsonNode> alerts(String filter) {
        List<JsonNode> alerts = new ArrayList<>();
        var base = "/api/v1/alerts?limit=100&state=OPEN,ACKNOWLEDGED,IN_PROGRESS,RESOLVED"
                + (filter.isEmpty() ? "" : "&" + filter);
        for (String cursor = ""; cursor != null; ) {
            var reply = caller.get(
                    base + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
            assertThat(reply.status()).as(reply.body()).isEqualTo(200);
            alerts.addAll(elements(reply.json().get("items")));
            cursor = reply.json().path("next").textValue();
        }
        return alerts;
    }

    /**
     * Waits until everything that was accepted before has gone all the way to the alerts: sends bad events of new customers,
     * of some in every partition and both kinds, and waits for their alerts. Partitions keep their order.
     */
    public void awaitEverythingProcessed() {
        catalogue(FENCE, "USAGE");
        fences++;
        var touchpoints = IntStream.range(0, FENCE_CUSTOMERS)
                .mapToObj(i -> "fence-%d-touchpoint-%d".formatted(fences, i))
                .toList();
        var feedback = IntStream.range(0, FENCE_CUSTOMERS)
                .mapToObj(i -> "fence-%d-feedback-%d".formatted(fences, i))
                .toList();
        var touchpointsTaken = caller.post(
                "/api/v1/touchpoints/batch",
                touchpoints.stream()
                        .map(customer -> failure(customer, customer, FENCE))
                        .toList());
        assertThat(touchpointsTaken.json().path("accepted").asInt())
                .as(touchpointsTaken.body())
                .isEqualTo(FENCE_CUSTOMERS);
        var feedbackTaken = caller.post(
                "/api/v1/feedback/batch",
                feedback.stream()
                        .map(customer -> feedback(customer, customer, FENCE, 1))
                        .toList());
        assertThat(feedbackTaken.json().path("accepted").asInt())
                .as(feedbackTaken.body())
                .isEqualTo(FENCE_CUSTOMERS);
        await("the fence's alerts are there")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    var alerted = alerts("touchpoint=" + FENCE).stream()
                            .map(alert -> alert.get("customer").asText())
                            .toList();
                    assertThat(alerted).containsAll(touchpoints).containsAll(feedback);
                });
    }

    /** Every alert but the fences'. */
    public List<JsonNode> alertsWithoutFences() {
        return alerts("").stream()
                .filter(alert -> !alert.get("customer").asText().startsWith(FENCE + "-"))
                .toList();
    }

    private boolean isKnownEverywhere() {
        return List.of("/api/v1/catalogue/touchpoints", "/api/v1/feedback", "/api/v1/scores/csat", "/api/v1/alerts")
                .stream()
                .allMatch(path -> caller.get(path).status() == 200);
    }

    private static void addKey(RunningRessenti ressenti, ApiKey key) {
        var file = ressenti.data().resolve("credentials/api-keys.json");
        try {
            var keys = (ArrayNode) Json.read(Files.readString(file));
            keys.addObject()
                    .put("name", key.name())
                    .put("sha256", key.sha256())
                    .put("brand", key.brand())
                    .putPOJO("roles", key.roles());
            // In one step, so that no service reads half a file.
            var fresh = Files.writeString(file.resolveSibling("api-keys.json.new"), Json.write(keys));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }
}
