package io.ressenti.notification.delivery;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.WebhookReceiver;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

/** Webhooks over real HTTP. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class WebhookDeliveryTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final List<String> receivers = new ArrayList<>();

    @AfterEach
    void removeReceivers() {
        receivers.forEach(name -> acme.request().delete("/api/v1/receivers/" + name));
    }

    @Test
    void aReceiverIsToldWithASignatureThatItCanCheck() throws GeneralSecurityException {
        // Given
        var customer = unique("customer");
        try (var receiver = WebhookReceiver.answering(attempt -> 204)) {
            register(receiver);

            // When
            publish(signal("acme", customer, "o-1", 8));

            // Then
            var message = AlertsApi.await(() -> receiver.about(customer).isEmpty()
                    ? null
                    : receiver.about(customer).getFirst());
            assertThat(message.id()).startsWith("msg_");
            assertThat(Long.parseLong(message.timestamp()))
                    .isCloseTo(Instant.now().getEpochSecond(), offset(30L));
            assertThat(message.signature()).isEqualTo(signature(message));
            assertThat(message.json().getString("type")).isEqualTo("alert.opened");
            assertThat(message.json().getString("data.change")).isEqualTo("OPENED");
            assertThat(message.json().getString("data.alert.severity")).isEqualTo("CRITICAL");
            assertThat(message.json().getString("timestamp"))
                    .isEqualTo(message.json().getString("data.alert.openedAt"));
        }
    }

    @Test
    void aReceiverThatHangsOrFailsDelaysNoOther() {
        // Given
        var customer = unique("customer");
        try (var hanging = WebhookReceiver.hanging();
                var failing = WebhookReceiver.answering(attempt -> 500);
                var good = WebhookReceiver.answering(attempt -> 200)) {
            register(hanging);
            register(failing);
            register(good);

            // When
            publish(signal("acme", customer, "o-1", 8), signal("acme", customer, "o-1", 7));

            // Then
            AlertsApi.await(() -> good.about(customer).size() < 2 ? null : true);
            assertThat(good.about(customer))
                    .extracting(message -> message.json().getString("data.change"))
                    .containsExactly("OPENED", "SIGNAL_ADDED");
            assertThat(hanging.about(customer)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void aFailureIsTriedAgainWithTheSameIdInOrder() {
        // Given
        var customer = unique("customer");
        try (var receiver = WebhookReceiver.answering(attempt -> attempt < 3 ? 503 : 200)) {
            var name = register(receiver);

            // When
            publish(signal("acme", customer, "o-1", 8), signal("acme", customer, "o-1", 7));

            // Then
            AlertsApi.await(() -> receiver.about(customer).size() < 4 ? null : true);
            var arrived = receiver.about(customer);
            assertThat(arrived)
                    .extracting(message -> message.json().getString("data.change"))
                    .containsExactly("OPENED", "OPENED", "OPENED", "SIGNAL_ADDED");
            assertThat(arrived.subList(0, 3))
                    .extracting(WebhookReceiver.Arrived::id)
                    .containsOnly(arrived.getFirst().id());
            assertThat(arrived.getLast().id()).isNotEqualTo(arrived.getFirst().id());
            assertThat(acme.awaitDeliveries(name, "DELIVERED", 2))
                    .extracting(delivery -> delivery.get("change") + " " + delivery.get("attempts"))
                    .containsExactly("SIGNAL_ADDED 1", "OPENED 3");
        }
    }

    @Test
    void whatIsRefusedForGoodIsGivenUpAndTheNextOneIsTried() {
        // Given
        var customer = unique("customer");
        try (var receiver = WebhookReceiver.answering(attempt -> attempt <= 3 ? 302 : 410)) {
            var name = register(receiver);

            // When
            publish(signal("acme", customer, "o-1", 8), signal("acme", customer, "o-1", 7));

            // Then
            assertThat(acme.awaitDeliveries(name, "DEAD", 2))
                    .extracting(delivery -> delivery.get("attempts") + " " + delivery.get("lastError"))
                    .containsExactly("1 The receiver answered 410.", "3 The receiver answered 302.");
            assertThat(receiver.arrived()).hasSize(4);
        }
    }

    @Test
    void anUnreachableReceiverSaysWhy() {
        // Given
        var receiver = WebhookReceiver.answering(attempt -> 200);
        var name = register(receiver);
        receiver.close();

        // When
        publish(signal("acme", unique("customer"), "o-1", 8));

        // Then
        assertThat(acme.awaitDeliveries(name, "DEAD", 1).getFirst())
                .containsEntry("lastError", "The connection could not be made, or broke.");
    }

    @Test
    void otherBrandsReceiversAreNotTold() {
        // Given
        var customer = unique("customer");
        try (var receiver = WebhookReceiver.answering(attempt -> 200)) {
            var name = register(receiver);

            // When
            publish(signal("other", customer, "o-1", 8), signal("acme", customer, "o-1", 30));

            // Then
            AlertsApi.await(() -> receiver.about(customer).isEmpty() ? null : true);
            new AlertsApi(TestCredentials.OTHER).awaitAlert(customer, 1);
            assertThat(receiver.about(customer))
                    .extracting(message -> message.json().getDouble("data.alert.value"))
                    .containsExactly(30.0);
            assertThat(new AlertsApi(TestCredentials.OTHER).deliveries(name)).isEmpty();
        }
    }

    private String register(WebhookReceiver receiver) {
        var name = unique("hook");
        receivers.add(name);
        acme.request()
                .contentType(ContentType.JSON)
                .body(Map.of("kind", "WEBHOOK", "url", receiver.url(), "secret", SECRET))
                .put("/api/v1/receivers/" + name)
                .then()
                .statusCode(201);
        return name;
    }

    /** As the specification says, without the service's own code. */
    private static String signature(WebhookReceiver.Arrived message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        var content = message.id() + "." + message.timestamp() + "." + message.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    }
}
