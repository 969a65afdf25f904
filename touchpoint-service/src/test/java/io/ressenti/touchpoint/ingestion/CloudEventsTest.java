package io.ressenti.touchpoint.ingestion;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** The examples of the CloudEvents HTTP protocol binding 1.0.2 and its JSON format, with our events as their data. */
@QuarkusTest
class CloudEventsTest extends IngestionScenario {

    @Test
    void structuredMode() {
        // Given section 3.2.4
        var event = """
                {
                    "specversion" : "1.0",
                    "type" : "com.example.someevent",
                    "source" : "/mycontext/%1$s",
                    "id" : "A234-1234-1234",
                    "time" : "2018-04-05T17:31:00Z",
                    "comexampleextension1" : "value",
                    "comexampleothervalue" : 5,
                    "datacontenttype" : "application/json",
                    "data" : {
                        "customer" : "%1$s", "touchpoint" : "order-delivered", "channel" : "COURIER"
                    }
                }
                """.formatted(customer);

        // When
        var answer =
                send("application/cloudevents+json; charset=utf-8").body(event).post(ONE);

        // Then
        answer.then().statusCode(202).body("id", equalTo("A234-1234-1234"));
        awaitJourneyOf(customer, 1);
        journey(customer).body("items[0].occurredAt", equalTo("2018-04-05T17:31:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=utf-8",
                "text/json",
                "application/vnd.example.delivery+json",
                "application/json"
            })
    void binaryMode(String contentType) {
        // Given section 3.1.4
        var request = send(contentType)
                .header("ce-specversion", "1.0")
                .header("ce-type", "com.example.someevent")
                .header("ce-time", "2018-04-05T03:56:24Z")
                .header("ce-id", "1234-1234-1234")
                .header("ce-source", "/mycontext/subcontext/" + customer)
                .header("CE-Subject", customer);

        // When
        var answer = request.body("{\"touchpoint\":\"order-delivered\",\"channel\":\"COURIER\"}")
                .post(ONE);

        // Then
        answer.then().statusCode(202).body("id", equalTo("1234-1234-1234"));
        awaitJourneyOf(customer, 1);
        journey(customer).body("items[0].occurredAt", equalTo("2018-04-05T03:56:24Z"));
    }

    @Test
    void headersAreDecoded() {
        // Given section 3.1.3.2
        var request = binary().header("ce-subject", "Euro%20%E2%82%AC%20%F0%9F%98%80%20" + customer);

        // When
        var answer = request.body("{\"touchpoint\":\"order-delivered\",\"channel\":\"COURIER\"}")
                .post(ONE);

        // Then
        answer.then().statusCode(202);
        awaitJourneyOf("Euro € 😀 " + customer, 1);
    }

    @Test
    void batchedMode() {
        // Given section 3.3.3, and an event that is none
        var batch = """
                [
                  {
                    "specversion" : "1.0", "type" : "com.example.someevent", "source" : "/mycontext/4/%1$s",
                    "id" : "B234-1234-1234", "time" : "2018-04-05T17:31:00Z", "subject" : "%1$s",
                    "data" : { "touchpoint" : "order-delivered", "channel" : "COURIER" }
                  },
                  { "id" : "plain" },
                  {
                    "specversion" : "1.0", "type" : "com.example.someotherevent", "source" : "/mycontext/9/%1$s",
                    "id" : "C234-1234-1234", "time" : "2018-04-05T17:31:05Z", "subject" : "%1$s",
                    "data" : { "touchpoint" : "order-delivered", "channel" : "COURIER" }
                  }
                ]
                """.formatted(customer);

        // When
        var answer = send("application/cloudevents-batch+json; charset=UTF-8")
                .body(batch)
                .post(BATCH);

        // Then
        answer.then()
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejectedTotal", equalTo(1))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].id", equalTo("plain"))
                .body("rejected[0].problem.errors[0].pointer", equalTo("/specversion"));
        awaitJourneyOf(customer, 2);
    }

    @Test
    void anEmptyBatchIsFine() {
        send("application/cloudevents-batch+json").body("[]").post(BATCH).then().statusCode(202);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/touchpoints, application/cloudevents+avro",
        "/api/v1/touchpoints, application/cloudevents-batch+json",
        "/api/v1/touchpoints, application/vnd.example.delivery+json",
        "/api/v1/touchpoints, application/x-ndjson",
        "/api/v1/touchpoints, text/plain",
        "/api/v1/touchpoints/batch, application/cloudevents+json",
    })
    void anotherFormatIsRefused(String path, String contentType) {
        send(contentType)
                .body("{}")
                .post(path)
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:unsupported-media-type"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ce-subject | %C0%A0 | The header ce-subject is not percent-encoded UTF-8",
                "ce-datacontenttype | application/json | The data's type stands in Content-Type",
                "ce-id | other | The header ce-id stands there twice",
                "ce-data | {} | expected an object",
            })
    void aHeaderThatCannotBeReadIsRefused(String header, String value, String detail) {
        // Given
        var request = binary().header(header, value);

        // When
        var answer = request.body("{\"touchpoint\":\"order-delivered\",\"channel\":\"COURIER\"}")
                .post(ONE);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("detail", containsString(detail));
    }

    @Test
    void oneMandatoryHeaderIsEnoughToMeanACloudEvent() {
        send("application/json")
                .header("ce-id", "a")
                .body(delivery("a", customer, TIME))
                .post(ONE)
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(java.util.List.of("/specversion", "/source", "/type")));
    }

    private RequestSpecification binary() {
        return send("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-type", "com.example.someevent")
                .header("ce-id", "1234")
                .header("ce-source", "/" + customer)
                .header("ce-time", TIME);
    }

    private static RequestSpecification send(String contentType) {
        var encoder = encoderConfig()
                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                .encodeContentTypeAs(contentType.split(";")[0], ContentType.TEXT);
        return acme().config(RestAssured.config().encoderConfig(encoder)).contentType(contentType);
    }
}
