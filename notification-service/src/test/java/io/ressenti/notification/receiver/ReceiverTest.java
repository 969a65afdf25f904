package io.ressenti.notification.receiver;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class ReceiverTest {

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final AlertsApi other = new AlertsApi(TestCredentials.OTHER);
    private final List<String> names = new ArrayList<>();

    @AfterEach
    void removeReceivers() {
        names.forEach(name -> acme.request().delete("/api/v1/receivers/" + name));
        names.forEach(name -> other.request().delete("/api/v1/receivers/" + name));
    }

    @Test
    void aSecretIsGeneratedAndShownOnce() {
        // Given
        var name = unique("hook");

        // When
        var created = put(acme, name, Map.of("kind", "WEBHOOK", "url", "http://localhost:1/a"));
        var replaced = put(acme, name, Map.of("kind", "WEBHOOK", "url", "http://localhost:1/b"));

        // Then
        created.then().statusCode(201).body("name", equalTo(name)).body("url", equalTo("http://localhost:1/a"));
        assertThat(WebhookSecret.key(created.jsonPath().getString("secret")))
                .get()
                .satisfies(key -> assertThat(key).hasSize(32));
        replaced.then()
                .statusCode(200)
                .body("url", equalTo("http://localhost:1/b"))
                .body("$", not(hasKey("secret")));
        get(acme, name).then().statusCode(200).body("$", not(hasKey("secret")));
    }

    @Test
    void brandsHaveReceiversOfTheirOwn() {
        // Given
        var name = unique("hook");
        put(acme, name, Map.of("kind", "WEBHOOK", "url", "http://localhost:1/acme"))
                .then()
                .statusCode(201);

        // When
        var read = get(other, name);
        var deleted = other.request().delete("/api/v1/receivers/" + name);
        var put = put(other, name, Map.of("kind", "WEBHOOK", "url", "http://localhost:1/other"));

        // Then
        read.then().statusCode(404);
        deleted.then().statusCode(404);
        put.then().statusCode(201);
        get(acme, name).then().body("url", equalTo("http://localhost:1/acme"));
        assertThat(names(other)).contains(name);
    }

    @Test
    void aReceiverCanBeRemoved() {
        // Given
        var name = unique("hook");
        put(acme, name, Map.of("kind", "WEBHOOK", "url", "http://localhost:1/"));

        // When
        var removed = acme.request().delete("/api/v1/receivers/" + name);

        // Then
        removed.then().statusCode(204);
        get(acme, name).then().statusCode(404).contentType("application/problem+json");
        assertThat(names(acme)).doesNotContain(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hook | http://169.254.169.254/latest/meta-data | /url    | The host leads to an address",
                "hook | http://[fd00:ec2::254]/                 | /url    | The host leads to an address",
                "hook | http://0.0.0.0:8084/                    | /url    | The host leads to an address",
                "hook | http://2852039166/                      | /url    | The host leads to an address",
                "hook | ftp://example.com/                      | /url    | must begin with https://",
                "HOOK | https://example.com/                    | ''      | The name in the path"
            })
    void badReceiversAreRefused(String name, String url, String pointer, String message) {
        put(acme, name, Map.of("kind", "WEBHOOK", "url", url))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void aSecretMustBeOne() {
        put(acme, "hook", Map.of("kind", "WEBHOOK", "url", "http://localhost:1/", "secret", "whsec_short"))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/secret")));
    }

    @Test
    void withoutAMailServerEmailReceiversAreRefusedAndWhatIsMissingIsSaid() {
        put(acme, unique("desk"), Map.of("kind", "EMAIL", "address", "desk@example.com"))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", equalTo(List.of("/kind")))
                .body("detail", containsString("Have the operator set RESSENTI_SMTP_HOST and RESSENTI_SMTP_FROM"));
    }

    private Response put(AlertsApi api, String name, Object body) {
        names.add(name);
        return api.request().contentType(ContentType.JSON).body(body).put("/api/v1/receivers/" + name);
    }

    private static Response get(AlertsApi api, String name) {
        return api.request().get("/api/v1/receivers/" + name);
    }

    private static List<String> names(AlertsApi api) {
        return api.request().get("/api/v1/receivers").jsonPath().getList("items.name");
    }
}
