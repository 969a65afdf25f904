package io.ressenti.scoring.testing;

import io.ressenti.platform.security.Roles;
import java.time.Duration;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Waits for what was published on Kafka to count. */
public final class Scores {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Scores() {}

    /** Waits until {@code n} signals of the customer have counted. */
    public static void awaitSignals(String brand, String customer, int n) {
        await().atMost(PATIENCE).untilAsserted(() -> given().auth()
                .oauth2(Tokens.of(brand, Roles.LEAD))
                .get("/api/v1/customers/{customer}/score", customer)
                .then()
                .statusCode(200)
                .body("n", equalTo(n)));
    }

    /** Waits until nothing is known of the customer. */
    public static void awaitUnknown(String brand, String customer) {
        await().atMost(PATIENCE).untilAsserted(() -> given().auth()
                .oauth2(Tokens.of(brand, Roles.LEAD))
                .get("/api/v1/customers/{customer}/score", customer)
                .then()
                .statusCode(404));
    }
}
