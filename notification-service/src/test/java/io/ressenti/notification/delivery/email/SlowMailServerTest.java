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
import io.ressenti.notification.testing.WebhookReceiver;
import io.restassured.http.ContentType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail server that takes its time. An instance talks to it on two connections at a time here, and waits for two seconds. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(MailServerResource.class)
class SlowMailServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SOME = 50;
    private static final String SECRET = "whsec_" + "A".repeat(44);

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final List<String> receivers = new ArrayList<>();

    MailServer server;
    private ServerSocket slow;

    @BeforeEach
    void listenInItsPlace() throws IOException {
        var port = server.getSmtp().getPort();
        server.stop();
        slow = new ServerSocket(port, SOME, InetAddress.getByName("localhost"));
        slow.setSoTimeout((int) PATIENCE.toMillis());
    }

    @AfterEach
    void bringItBack() throws IOException {
        receivers.forEach(name -> acme.request().delete("/api/v1/receivers/" + name));
        slow.close();
        if (!server.isRunning()) {
            server.start();
        }
    }

    @Test
    void weIntroduceOurselvesByANameThatIsKnownOutside() throws IOException {
        // Given
        register(unique("desk"));

        // When
        publish(signal("acme", unique("customer"), "o-1", 8));

        // Then
        try (var connection = slow.accept()) {
            say(connection, "220 here\r\n");
            assertThat(lines(connection).readLine()).isEqualTo("EHLO ressenti.example.com");
        }
    }

    @Test
    void mailboxesThatWaitForItHoldUpNoWebhook() {
        // Given
        var mailboxes = Stream.generate(() -> unique("desk")).limit(6).toList();
        mailboxes.forEach(this::register);
        var customer = unique("customer");
        try (var webhook = WebhookReceiver.answering(attempt -> 204)) {
            var name = unique("hook");
            receivers.add(name);
            register(name, Map.of("kind", "WEBHOOK", "url", webhook.url(), "secret", SECRET));

            // When
            publish(signal("acme", customer, "o-1", 8));

            // Then
            AlertsApi.await(() -> webhook.about(customer).isEmpty() ? null : true);
            assertThat(mailboxes.stream()
                            .flatMap(mailbox -> acme.deliveries(mailbox).stream())
                            .mapToInt(delivery -> (int) delivery.get("attempts"))
                            .sum())
                    .isLessThan(mailboxes.size());
        }
    }

    /** It would deliver in the end what has been tried again long since. */
    @Test
    void anAttemptThatIsGivenUpIsGivenUpEvenIfTheServerGoesOnTalking() throws IOException {
        // Given
        var desk = unique("desk");
        register(desk);
        publish(signal("acme", unique("customer"), "o-1", 8));

        // When
        try (var connection = slow.accept()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> isClosedByPeer(connection));
        }

        // Then
        assertThat(acme.awaitFailure(desk))
                .containsEntry("lastError", "The mail server did not take the mail within 2 s.");
    }

    private static boolean isClosedByPeer(Socket connection) {
        try {
            say(connection, "220-wait\r\n");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void say(Socket connection, String words) throws IOException {
        connection.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static BufferedReader lines(Socket connection) throws IOException {
        connection.setSoTimeout((int) PATIENCE.toMillis());
        return new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    }

    private void register(String mailbox) {
        receivers.add(mailbox);
        register(mailbox, Map.of("kind", "EMAIL", "address", mailbox + "@example.com"));
    }

    private void register(String name, Map<String, String> receiver) {
        acme.request()
                .contentType(ContentType.JSON)
                .body(receiver)
                .put("/api/v1/receivers/" + name)
                .then()
                .statusCode(201);
    }
}
