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
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;

/** Mails over real SMTP. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(MailServerResource.class)
class EmailDeliveryTest {

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final List<String> receivers = new ArrayList<>();

    MailServer server;

    /** A test that fails half-way leaves no server behind that is away or refuses. */
    @AfterEach
    void mendTheServer() {
        server.refuseSenders(false);
        if (!server.isRunning()) {
            server.start();
        }
    }

    @AfterEach
    void removeReceivers() {
        receivers.forEach(name -> acme.request().delete("/api/v1/receivers/" + name));
    }

    @Test
    void anOpenedAlertArrivesOnceInEnglish() {
        // Given
        var customer = unique("customer");
        var address = unique("desk") + "@example.com";
        var name = register(address, "en");

        // When
        publish(signal("acme", customer, "o-1", 8));

        // Then
        acme.awaitDeliveries(name, "DELIVERED", 1);
        var id = acme.awaitAlert(customer, 1).get("id");
        assertThat(server.at(address)).hasSize(1);
        var mail = server.at(address).getFirst();
        assertThat(mail.subject()).isEqualTo("[Critical] order-delivered, a customer was let down");
        assertThat(mail.text()).isEqualTo("""
                A customer was let down.

                Severity: Critical
                Touchpoint: order-delivered
                Stage: Delivery and entry
                Channel: COURIER
                Partner: seller-9
                What happened: Failed
                When: 2018-01-18 22:56 UTC

                See what happened, and put it right:
                https://ressenti.example.com/alerts/%s

                --\s
                You get this because your address is the receiver "%s" of the brand acme in Ressenti.
                Only the console says who the customer is: mail passes through many hands.""".formatted(id, name));
        assertThat(mail.header("To")).isEqualTo(address);
        assertThat(mail.header("From")).isEqualTo("Ressenti <alerts@example.com>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("Message-ID")).matches("<msg_[0-9a-f-]{36}@ressenti\\.example\\.com>");
        assertThat(mail.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    void anOpenedAlertArrivesInFrench() {
        // Given
        var customer = unique("customer");
        var address = unique("desk") + "@example.com";
        var name = register(address, "fr");

        // When
        publish(signal("acme", customer, "o-1", 30));

        // Then
        acme.awaitDeliveries(name, "DELIVERED", 1);
        var id = acme.awaitAlert(customer, 1).get("id");
        var mail = server.at(address).getFirst();
        assertThat(mail.subject()).isEqualTo("[À surveiller] order-delivered, un client a été déçu");
        assertThat(mail.text()).isEqualTo("""
                Un client a été déçu.

                Gravité\u00a0: À surveiller
                Point de contact\u00a0: order-delivered
                Étape\u00a0: Livraison et accès
                Canal\u00a0: COURIER
                Partenaire\u00a0: seller-9
                Ce qui s’est passé\u00a0: Échec
                Quand\u00a0: 18/01/2018 à 22:56 UTC

                Voyez ce qui s’est passé, et réparez-le\u00a0:
                https://ressenti.example.com/alerts/%s

                --\s
                Vous recevez ce message parce que votre adresse est le destinataire «\u00a0%s\u00a0» de la marque acme dans Ressenti.
                Seule la console dit qui est le client : un courriel passe entre bien des mains.""".formatted(id, name));
    }

    @Test
    void onlyWhatMustBeActedOnIsMailed() {
        // Given
        var customer = unique("customer");
        var address = unique("desk") + "@example.com";
        var name = register(address, "en");
        publish(signal("acme", customer, "o-1", 8), signal("acme", customer, "o-1", 7));
        var id = (String) acme.awaitAlert(customer, 2).get("id");
        act(id, "acknowledge", Map.of());
        act(id, "assign", Map.of("assignee", "claire"));
        act(id, "note", Map.of("text", "Called them."));
        act(id, "resolve", Map.of("text", "Refunded."));

        // When
        act(id, "reopen", Map.of("text", "Not refunded after all."));

        // Then
        assertThat(acme.awaitDeliveries(name, "DELIVERED", 2))
                .extracting(delivery -> delivery.get("change"))
                .containsExactly("REOPENED", "OPENED");
        assertThat(server.at(address))
                .extracting(MailServer.Arrived::subject)
                .containsExactly(
                        "[Critical] order-delivered, a customer was let down",
                        "[Critical] order-delivered, alert reopened, a customer was let down");
    }

    @Test
    void nothingInAMailNamesTheCustomer() {
        // Given
        var customer = unique("customer");
        var journey = unique("journey");
        var address = unique("desk") + "@example.com";
        var name = register(address, "en");
        publish(signal("acme", customer, journey, 8));
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        act(id, "resolve", Map.of("text", "Gave Mrs. Miller a voucher.", "rootCause", "Wrong door."));

        // When
        act(id, "reopen", Map.of("text", "Mrs. Miller called."));

        // Then
        acme.awaitDeliveries(name, "DELIVERED", 2);
        assertThat(server.at(address))
                .hasSize(2)
                .extracting(MailServer.Arrived::everything)
                .allSatisfy(everything -> assertThat(everything.replaceAll("=\r?\n", ""))
                        .contains("order-delivered", "/alerts/" + id)
                        .doesNotContain(customer, journey, "o-17-delivered", "courier-app", "Miller", "Wrong door"));
    }

    @Test
    void aServerThatComesBackGetsWhatWaited() {
        // Given
        var address = unique("desk") + "@example.com";
        var name = register(address, "en");
        server.stop();
        publish(signal("acme", unique("customer"), "o-1", 8));
        assertThat(acme.awaitFailure(name))
                .containsEntry("state", "PENDING")
                .containsEntry("lastError", "The mail server could not be reached.");

        // When
        server.start();

        // Then
        var seq = acme.awaitDeliveries(name, "DELIVERED", 1).getFirst().get("seq");
        assertThat(server.at(address))
                .extracting(mail -> mail.header("Message-ID"))
                .containsExactly("<" + idOf("acme|" + name + "|" + seq) + "@ressenti.example.com>");
    }

    /** Each attempt's connection is ended: those that go on would leave none for others in the end. */
    @Test
    void aServerThatSaysNothingIsNotWaitedForLonger() throws IOException {
        // Given
        var address = unique("desk") + "@example.com";
        var name = register(address, "en");
        var port = server.getSmtp().getPort();
        server.stop();
        try (var silent = new ServerSocket(port, 50, InetAddress.getByName("localhost"))) {
            publish(signal("acme", unique("customer"), "o-1", 8));
            try (var connection = silent.accept()) {
                assertThat(acme.awaitFailure(name))
                        .containsEntry("lastError", "The mail server did not take the mail within 2 s.");
                connection.setSoTimeout(30_000);
                assertThat(connection.getInputStream().read()).isEqualTo(-1);
            }
        }

        // When
        server.start();

        // Then
        acme.awaitDeliveries(name, "DELIVERED", 1);
        assertThat(server.at(address)).hasSize(1);
    }

    @Test
    void anAddressThatIsRefusedForGoodIsGivenUpAndTheNextAlertGoesOut() {
        // Given
        var refused = register(unique("unknown") + "@example.com", "en");
        publish(signal("acme", unique("customer"), "o-1", 8));
        acme.awaitDeliveries(refused, "DEAD", 1);

        // When
        publish(signal("acme", unique("customer"), "o-1", 8));

        // Then
        assertThat(acme.awaitDeliveries(refused, "DEAD", 2))
                .extracting(delivery -> delivery.get("attempts") + " " + delivery.get("lastError"))
                .containsOnly("1 The mail server refuses this address (550).");
    }

    /** Many servers answer so to the recipient what they have against the sender, or against us. */
    @Test
    void aRefusalOfTheRecipientThatIsNotAboutTheMailboxIsTriedAgain() {
        // Given
        var refused = register(unique("relay") + "@example.com", "en");

        // When
        publish(signal("acme", unique("customer"), "o-1", 8));

        // Then
        assertThat(acme.awaitFailure(refused))
                .containsEntry("state", "PENDING")
                .containsEntry("lastError", "The mail server answered 550.");
    }

    @Test
    void aRefusalThatIsNotAboutTheAddressIsTriedAgain() {
        // Given
        var address = unique("desk") + "@example.com";
        var name = register(address, "en");
        server.refuseSenders(true);
        publish(signal("acme", unique("customer"), "o-1", 8));
        assertThat(acme.awaitFailure(name)).containsEntry("lastError", "The mail server answered 550.");

        // When
        server.refuseSenders(false);

        // Then
        acme.awaitDeliveries(name, "DELIVERED", 1);
        assertThat(server.at(address)).hasSize(1);
    }

    @Test
    void aMailboxThatTakesNothingDelaysNoOther() {
        // Given
        var full = register(unique("full") + "@example.com", "en");
        publish(signal("acme", unique("customer"), "o-1", 8));
        acme.awaitFailure(full);
        var address = unique("desk") + "@example.com";
        var good = register(address, "en");

        // When
        publish(signal("acme", unique("customer"), "o-1", 8), signal("acme", unique("customer"), "o-2", 8));

        // Then
        acme.awaitDeliveries(good, "DELIVERED", 2);
        assertThat(server.at(address)).hasSize(2);
        assertThat(acme.deliveries(full)).hasSize(3).allSatisfy(delivery -> assertThat(delivery)
                .containsEntry("state", "PENDING"));
        assertThat(acme.deliveries(full).getLast()).containsEntry("lastError", "The mail server answered 452.");
    }

    /** The same for the same change and receiver, whatever the attempt. */
    private static String idOf(String name) {
        return "msg_" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private String register(String address, String language) {
        var name = unique("desk");
        receivers.add(name);
        acme.request()
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "EMAIL", "address", address, "language", language))
                .put("/api/v1/receivers/" + name)
                .then()
                .statusCode(201);
        return name;
    }

    private void act(String id, String action, Map<String, String> body) {
        acme.act(id, action, body).then().statusCode(200);
    }
}
