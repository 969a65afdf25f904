package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is read of the feedback that was recorded. */
@QuarkusTest
class FeedbackReadingTest extends ServiceTest {

    private static final String PATH = "/api/v1/feedback";

    @Test
    void anApplicationCannotRead() {
        // When
        var response = as(TestCredentials.ACME_APPLICATION).get(PATH).then();

        // Then
        refusal(response, 403, "forbidden");
    }

    @Test
    void oneIsFoundBySourceAndId() {
        // Given
        var id = newId() + "/é:1";
        var location = send(FeedbackJson.withId(id)).statusCode(201).extract().header("Location");

        // When
        var response = as(TestCredentials.ACME_LEAD)
                .urlEncodingEnabled(false)
                .get(location)
                .then();

        // Then
        response.statusCode(200).body("id", equalTo(id));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        // When
        var response =
                as(TestCredentials.ACME_LEAD).get(PATH + "/survey/nobody").then();

        // Then
        refusal(response, 404, "not-found");
    }

    @Test
    void anotherBrandNeitherSeesNorKnows() {
        // Given
        var id = newId();
        var customer = newId();
        send(FeedbackJson.with("id", id, "customer", customer)).statusCode(201);

        // When
        var one = as(TestCredentials.OTHER).get(PATH + "/survey/" + id).then();
        var list = as(TestCredentials.OTHER)
                .queryParam("customer", customer)
                .get(PATH)
                .then();
        var recorded = as(TestCredentials.OTHER)
                .body(FeedbackJson.withId(id))
                .post(PATH)
                .then();

        // Then
        refusal(one, 404, "not-found");
        list.statusCode(200).body("items", empty()).body("next", nullValue());
        refusal(recorded, 422, "unknown-touchpoint");
    }

    @Test
    void theListGoesNewestFirstPageByPage() {
        // Given
        var customer = newId();
        IntStream.range(0, 5).forEach(hour -> send(FeedbackJson.with(
                        "id",
                        customer + hour,
                        "customer",
                        customer,
                        "occurredAt",
                        "2018-01-20T0%d:00:00Z".formatted(hour / 2)))
                .statusCode(201));

        // When
        var first = page(customer, null);
        var second = page(customer, first.extract().path("next"));
        var third = page(customer, second.extract().path("next"));

        // Then
        first.body("items.id", contains(customer + 4, customer + 3)).body("next", notNullValue());
        second.body("items.id", contains(customer + 2, customer + 1)).body("next", notNullValue());
        third.body("items.id", contains(customer + 0)).body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            journeyId  | j-%s
            partner    | p-%s
            customer   | c-%s
            """)
    void theListIsFiltered(String parameter, String pattern) {
        // Given
        var value = pattern.formatted(newId());
        var id = newId();
        send(FeedbackJson.with("id", id, parameter, value)).statusCode(201);
        send(FeedbackJson.with("id", newId())).statusCode(201);

        // When
        var list = as(TestCredentials.ACME_ANALYST)
                .queryParam(parameter, value)
                .queryParam("touchpoint", KNOWN)
                .get(PATH)
                .then();

        // Then
        list.statusCode(200).body("items.id", contains(id));
    }

    @Test
    void theListHoldsFromAndBeforeTo() {
        // Given
        var customer = newId();
        for (var time : new String[] {"2018-01-20T08:59:59Z", "2018-01-20T09:00:00Z", "2018-01-20T10:00:00Z"}) {
            send(FeedbackJson.with("id", newId(), "customer", customer, "occurredAt", time))
                    .statusCode(201);
        }

        // When
        var list = as(TestCredentials.ACME_LEAD)
                .queryParam("customer", customer)
                .queryParam("from", "2018-01-20T10:00:00+01:00")
                .queryParam("to", "2018-01-20T10:00:00Z")
                .get(PATH)
                .then();

        // Then
        list.statusCode(200).body("items.occurredAt", contains("2018-01-20T09:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "to, 2018-01-20",
        "to, +99999-01-20T00:00:00Z",
        "limit, 0",
        "limit, 201",
        "limit, many",
        "cursor, xyz",
        "cursor, eWVzdGVyZGF5.YQ.Yg",
        "customer, c\u000042",
    })
    void aParameterThatIsWrongIsRefused(String parameter, String value) {
        // When
        var response = as(TestCredentials.ACME_LEAD)
                .queryParam(parameter, value)
                .get(PATH)
                .then();

        // Then
        refusal(response, 422, "invalid");
    }

    private static ValidatableResponse page(String customer, String cursor) {
        var request =
                as(TestCredentials.ACME_LEAD).queryParam("customer", customer).queryParam("limit", 2);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get(PATH).then().statusCode(200);
    }
}
