package io.ressenti.notification.receiver;

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
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Mailboxes as receivers, of an installation that sends mail. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
@WithTestResource(MailServerResource.class)
class EmailReceiverTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final List<String> names = new ArrayList<>();

    @Inject
    Pool pool;

    MailServer server;

    @AfterEach
    void removeReceivers() {
        names.forEach(name -> acme.request().delete("/api/v1/receivers/" + name));
    }

    @Test
    void itIsShownWithWhatItHasAndNothingElse() {
        // Given
        var name = unique("desk");

        // When
        var created = put(name, "{'kind':'EMAIL','address':'desk@example.com','language':'fr'}");

        // Then
        created.then().statusCode(201);
        assertThat(created.jsonPath().getMap("$"))
                .containsOnlyKeys("name", "kind", "address", "language", "createdAt", "updatedAt")
                .containsEntry("kind", "EMAIL")
                .containsEntry("address", "desk@example.com")
                .containsEntry("language", "fr");
        assertThat(get(name).jsonPath().getMap("$"))
                .isEqualTo(created.jsonPath().getMap("$"));
        assertThat(acme.request().get("/api/v1/receivers").jsonPath().getList("items.name"))
                .contains(name);
    }

    @Test
    void aWebhookIsShownAsBefore() {
        // Given
        var name = unique("hook");

        // When
        var created = put(name, "{'kind':'WEBHOOK','url':'http://localhost:1/'}");

        // Then
        created.then().statusCode(201);
        assertThat(created.jsonPath().getMap("$"))
                .containsOnlyKeys("name", "kind", "url", "secret", "createdAt", "updatedAt");
    }

    @Test
    void itCanBeReplacedAndIsEnglishUnlessItSaysOtherwise() {
        // Given
        var name = unique("desk");
        put(name, "{'kind':'EMAIL','address':'desk@example.com','language':'fr'}")
                .then()
                .statusCode(201);

        // When
        var replaced = put(name, "{'kind':'EMAIL','address':'night@example.com'}");

        // Then
        replaced.then()
                .statusCode(200)
                .body("address", equalTo("night@example.com"))
                .body("language", equalTo("en"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'EMAIL','address':'desk@example.com'} | {'kind':'WEBHOOK','url':'http://localhost:1/'}",
                "{'kind':'WEBHOOK','url':'http://localhost:1/'} | {'kind':'EMAIL','address':'desk@example.com'}"
            },
            quoteCharacter = '#')
    void itKeepsItsKind(String first, String second) {
        // Given
        var name = unique("desk");
        put(name, first).then().statusCode(201);
        var before = get(name).asString();

        // When
        var refused = put(name, second);

        // Then
        refused.then().statusCode(409).contentType("application/problem+json");
        assertThat(get(name).asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{'kind':'EMAIL'}                                                        | /address  | must not be blank",
                "{'kind':'EMAIL','address':' '}                                          | /address  | must not be blank",
                "{'kind':'EMAIL','address':'desk'}                                       | /address  | not an e-mail address",
                "{'kind':'EMAIL','address':'a@example.com,b@example.com'}                | /address  | Write a single one",
                "{'kind':'EMAIL','address':'a@example.com\\r\\nBcc: b@example.com'}      | /address  | not an e-mail address",
                "{'kind':'EMAIL','address':'a@example.com','language':'de'}              | /language | The language is en or fr",
                "{'kind':'EMAIL','address':'a@example.com','language':'FR'}              | /language | The language is en or fr",
                "{'kind':'EMAIL','address':'a@example.com','url':'https://example.com/'} | /url      | kind EMAIL has no url",
                "{'kind':'EMAIL','address':'a@example.com','secret':'" + SECRET
                        + "'}    | /secret   | kind EMAIL has no secret",
                "{'kind':'WEBHOOK'}                                                      | /url      | must not be blank",
                "{'kind':'WEBHOOK','url':'http://localhost:1/','address':'a@example.com'} | /address  | kind WEBHOOK has no address",
                "{'kind':'WEBHOOK','url':'http://localhost:1/','language':'en'}          | /language | kind WEBHOOK has no language"
            })
    void badReceiversAreRefused(String body, String pointer, String message) {
        put(unique("desk"), body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of(pointer)))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        put("DESK", "{'kind':'EMAIL','address':'desk','language':'de','url':'x','secret':'y'}")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("", "/address", "/language", "/url", "/secret")));
    }

    /** During a roll-out: its statement, on the tables of this version. */
    @Test
    void theVersionBeforeGoesOnWithWebhooksAndSpoilsNoEmailReceiver() {
        // Given
        var mailbox = unique("desk");
        put(mailbox, "{'kind':'EMAIL','address':'desk@example.com'}").then().statusCode(201);
        var hook = unique("hook");

        // When
        putAsTheVersionBefore(hook);

        // Then
        get(hook).then().statusCode(200).body("url", equalTo("http://localhost:1/before"));
        assertThatThrownBy(() -> putAsTheVersionBefore(mailbox))
                .hasMessageContaining("receiver_has_what_its_kind_needs");
        get(mailbox).then().body("kind", equalTo("EMAIL")).body("address", equalTo("desk@example.com"));
    }

    /** It queues every change for every receiver. */
    @Test
    void whatTheVersionBeforeHasQueuedIsMailedOnlyWhereItMustBeActedOn() {
        // Given
        var address = unique("desk") + "@example.com";
        var mailbox = unique("desk");
        put(mailbox, "{'kind':'EMAIL','address':'" + address + "'}").then().statusCode(201);
        var customer = unique("customer");
        publish(signal("acme", customer, "o-1", 8));
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        acme.act(id, "note", Map.of("text", "Called them.")).then().statusCode(200);

        // When
        enqueueAsTheVersionBefore(mailbox, id, "NOTED");

        // Then
        var told = acme.awaitDeliveries(mailbox, "DELIVERED", 2);
        assertThat(told).extracting(one -> one.get("change")).containsExactly("NOTED", "OPENED");
        assertThat(server.at(address))
                .extracting(MailServer.Arrived::subject)
                .containsExactly("[Critical] order-delivered, a customer was let down");
    }

    private void enqueueAsTheVersionBefore(String name, String alert, String change) {
        pool.preparedQuery("""
                        INSERT INTO delivery (brand, receiver, seq)
                        SELECT brand, $1, seq FROM alert_change WHERE brand = 'acme' AND alert_id = $2 AND change = $3
                        """).execute(Tuple.of(name, alert, change)).await().atMost(Duration.ofSeconds(10));
    }

    private void putAsTheVersionBefore(String name) {
        names.add(name);
        pool.preparedQuery("""
                        INSERT INTO receiver AS r (brand, name, kind, url, secret)
                        VALUES ($1, $2, 'WEBHOOK', 'http://localhost:1/before', $3)
                        ON CONFLICT (brand, name) DO UPDATE
                            SET kind = excluded.kind, url = excluded.url, secret = r.secret, updated_at = now()
                        """).execute(Tuple.of("acme", name, SECRET)).await().atMost(Duration.ofSeconds(10));
    }

    private Response put(String name, String body) {
        names.add(name);
        return acme.request()
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .put("/api/v1/receivers/" + name);
    }

    private Response get(String name) {
        return acme.request().get("/api/v1/receivers/" + name);
    }
}
