package io.ressenti.notification.testing;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;

/** The service's API as a client with a key sees it. */
public record AlertsApi(String key) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public RequestSpecification request() {
        return given().header("Authorization", "Bearer " + key);
    }

    public Response act(String id, String action, Object body) {
        return request().contentType(ContentType.JSON).body(body).post("/api/v1/alerts/" + id + "/" + action);
    }

    public Response get(String id) {
        return request().get("/api/v1/alerts/" + id);
    }

    /** All of a customer's alerts in any state, whoever else has some. */
    public List<Map<String, Object>> alertsOf(String customer) {
        return request()
                .queryParam("state", "OPEN,ACKNOWLEDGED,IN_PROGRESS,RESOLVED")
                .queryParam("limit", 200)
                .get("/api/v1/alerts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.customer == '" + customer + "' }");
    }

    /** Waits for the customer's only alert to gather that many signals. */
    public Map<String, Object> awaitAlert(String customer, int signals) {
        return await(() -> {
            var alerts = alertsOf(customer);
            return alerts.size() == 1 && alerts.getFirst().get("signals").equals(signals) ? alerts.getFirst() : null;
        });
    }

    /** What a receiver was told, or is to be told, latest change first. */
    public List<Map<String, Object>> deliveries(String receiver) {
        return request()
                .get("/api/v1/receivers/" + receiver + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    /** Waits until a receiver has that many deliveries, all of them in {@code state}. */
    public List<Map<String, Object>> awaitDeliveries(String receiver, String state, int count) {
        return await(() -> {
            var found = deliveries(receiver);
            return found.size() == count && found.stream().allMatch(delivery -> state.equals(delivery.get("state")))
                    ? found
                    : null;
        });
    }

    /** Waits until a receiver's oldest delivery has been tried in vain. */
    public Map<String, Object> awaitFailure(String receiver) {
        return await(() -> {
            var found = deliveries(receiver);
            return found.isEmpty() || found.getLast().get("lastError") == null ? null : found.getLast();
        });
    }

    /** Waits until there is something. */
    public static <T> T await(Callable<T> something) {
        return Awaitility.await().atMost(PATIENCE).until(something, found -> found != null);
    }
}
