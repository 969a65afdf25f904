package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.touchpoint.ServiceTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class PartnersAndChannelsTest extends ServiceTest {

    private static final String PARTNERS = "/api/v1/catalogue/partners";
    private static final String CHANNELS = "/api/v1/catalogue/channels";

    private final String code = unique("x");

    @Test
    void aPartnerLives() {
        // Given
        var one = PARTNERS + "/" + code;
        acme().body("{\"name\":\"Seller\"}").put(one).then().statusCode(201).body("contact", nullValue());

        // When
        var answer = acme().body("{\"code\":\"" + code
                        + "\",\"name\":\"Seller 9\",\"contact\":\"Ana\",\"accountableBrand\":\"Seller"
                        + " & Sons\",\"email\":\"ana@seller.example\",\"phone\":\"+55 11 5555-0100\"}")
                .put(one);

        // Then
        answer.then().statusCode(200).body("name", equalTo("Seller 9"));
        acme().get(one)
                .then()
                .statusCode(200)
                .body("contact", equalTo("Ana"))
                .body("accountableBrand", equalTo("Seller & Sons"))
                .body("email", equalTo("ana@seller.example"))
                .body("phone", equalTo("+55 11 5555-0100"));
        acme().get(PARTNERS).then().body("items.code", hasItem(code));
        as(TestCredentials.OTHER).get(one).then().statusCode(404);
        as(TestCredentials.OTHER).get(PARTNERS).then().body("items", empty());
        acme().delete(one).then().statusCode(204);
        acme().get(one).then().statusCode(404);
    }

    @Test
    void aChannelLives() {
        // Given
        var one = CHANNELS + "/" + code;
        acme().body("{\"names\":{\"fr\":\"Magasin\"},\"online\":false}")
                .put(one)
                .then()
                .statusCode(201);

        // When
        var answer =
                acme().body("{\"names\":{\"fr\":\"Boutique\"},\"online\":true}").put(one);

        // Then
        answer.then().statusCode(200).body("names.fr", equalTo("Boutique"));
        acme().get(one).then().statusCode(200).body("online", equalTo(true)).body("code", equalTo(code));
        acme().get(CHANNELS).then().body("items.code", hasItem(code));
        as(TestCredentials.OTHER).get(one).then().statusCode(404);
        acme().delete(one).then().statusCode(204);
        acme().delete(one).then().statusCode(404);
    }

    @Test
    void aPartnerThatAnEventNamesIsInTheCatalogue() {
        // Given
        givenDelivery();
        var event = delivery(unique("e"), unique("c"), "2018-01-18T22:56:59Z").replace("seller-9", code);

        // When
        var answer = acme().body(event).post("/api/v1/touchpoints");

        // Then
        answer.then().statusCode(202);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        acme().get(PARTNERS + "/" + code).then().statusCode(200).body("name", nullValue()));
        as(TestCredentials.OTHER).get(PARTNERS + "/" + code).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "partners | {} | 422 | /name",
                "partners | {\"name\":\"\"} | 422 | /name",
                "partners | {\"name\":5} | 400 | /name",
                "partners | {\"name\":\"a\",\"accountableBrand\":\"\"} | 422 | /accountableBrand",
                "partners | {\"name\":\"a\",\"email\":\"nobody\"} | 422 | /email",
                "partners | {\"name\":\"a\",\"phone\":\"call me\"} | 422 | /phone",
                "partners | {\"name\":\"a\",\"code\":\"b\"} | 422 | /code",
                "channels | {} | 422 | /online",
                "channels | {\"online\":\"true\"} | 400 | /online",
                "channels | {\"online\":1} | 400 | /online",
                "channels | {\"online\":true,\"names\":[]} | 400 | /names",
            })
    void refusesBadOnes(String kind, String body, int status, String pointer) {
        // Given
        var request = acme().body(body);

        // When
        var answer = request.put("/api/v1/catalogue/" + kind + "/" + code);

        // Then
        answer.then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
    }
}
