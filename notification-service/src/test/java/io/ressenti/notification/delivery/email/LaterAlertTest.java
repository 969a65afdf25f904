package io.ressenti.notification.delivery.email;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.MailServer;
import io.ressenti.notification.testing.MailServerResource;
import io.restassured.http.ContentType;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;

/** An alert that a later version has queued before it was rolled back, and of which this one can make no mail. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(MailServerResource.class)
class LaterAlertTest {

    private static final String WRITE_AS_LATER = """
            UPDATE alert_change SET alert = jsonb_set(alert, '{severity}', '"UNHEARD_OF"') WHERE strpos(alert::text, $1) > 0
            """;

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final String desk = unique("desk");

    @Inject
    Pool pool;

    MailServer server;

    @AfterEach
    void removeReceiver() {
        acme.request().delete("/api/v1/receivers/" + desk);
        if (!server.isRunning()) {
            server.start();
        }
    }

    @Test
    void itsAttemptsCountAndSayWhereToLook() {
        // Given
        var customer = unique("customer");
        register();
        server.stop();
        publish(signal("acme", customer, "o-1", 8));
        acme.awaitFailure(desk);

        // When
        var changed = pool.preparedQuery(WRITE_AS_LATER)
                .execute(Tuple.of(customer))
                .await()
                .indefinitely();

        // Then
        assertThat(changed.rowCount()).isEqualTo(1);
        var delivery = AlertsApi.await(() -> acme.deliveries(desk).stream()
                .filter(one -> String.valueOf(one.get("lastError")).startsWith("The message could not be made"))
                .findFirst()
                .orElse(null));
        assertThat(delivery)
                .containsEntry("state", "PENDING")
                .containsEntry(
                        "lastError",
                        "The message could not be made: a fault of this service's (event=delivery.broken in its log).");
    }

    private void register() {
        acme.request()
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "EMAIL", "address", desk + "@example.com"))
                .put("/api/v1/receivers/" + desk)
                .then()
                .statusCode(201);
    }
}
