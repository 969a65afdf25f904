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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;

/** Unless the operator says otherwise, nothing is said to a server that cannot secure the connection. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(
        value = MailServerResource.class,
        initArgs = @ResourceArg(name = MailServerResource.SECURED, value = "true"))
class UnsecuredMailServerTest {

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final String receiver = unique("desk");

    MailServer server;

    @AfterEach
    void removeReceiver() {
        acme.request().delete("/api/v1/receivers/" + receiver);
    }

    @Test
    void itGetsNoMail() {
        // Given
        acme.request()
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "EMAIL", "address", "desk@example.com"))
                .put("/api/v1/receivers/" + receiver)
                .then()
                .statusCode(201);

        // When
        publish(signal("acme", unique("customer"), "o-1", 8));

        // Then
        var tried = acme.awaitFailure(receiver);
        assertThat(tried)
                .containsEntry("state", "PENDING")
                .containsEntry(
                        "lastError", "The mail server offers no STARTTLS, and without it nothing is said to it.");
        assertThat(server.at("desk@example.com")).isEmpty();
    }
}
