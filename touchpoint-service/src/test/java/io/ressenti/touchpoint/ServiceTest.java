package io.ressenti.touchpoint;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

/** What the tests against the running service share: one Kafka, one PostgreSQL, ready requests. */
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "touchpoint"))
public abstract class ServiceTest {

    /** The touchpoint of {@link #givenDelivery}. */
    protected static final String DELIVERY = "order-delivered";

    private static final String NDJSON = "application/x-ndjson";

    protected static final String DELIVERY_BODY = """
            {"stage":"ACCESS","names":{"en":"Delivery","fr":"Livraison"},"channels":["COURIER","STORE"],
             "promises":[{"measure":"delayHours","limit":0,"tolerance":72}],"owner":"PARTNER"}
            """;

    /** A request of the brand acme, with every role. */
    protected static RequestSpecification acme() {
        return as(TestCredentials.ACME);
    }

    protected static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    /** A request of the brand acme that carries lines of JSON. */
    protected static RequestSpecification acmeLines(String lines) {
        var encoder = EncoderConfig.encoderConfig().encodeContentTypeAs(NDJSON, ContentType.TEXT);
        return acme().config(RestAssured.config().encoderConfig(encoder))
                .contentType(NDJSON)
                .body(lines);
    }

    /** Something that no other test uses. */
    protected static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    /** The catalogue of acme holds {@link #DELIVERY}. */
    protected static void givenDelivery() {
        acme().body(DELIVERY_BODY)
                .put("/api/v1/catalogue/touchpoints/" + DELIVERY)
                .then()
                .statusCode(oneOf(200, 201));
    }

    /** A delivery of 36.5 hours' delay. Each customer has a source of its own, so that no test meets the ids of another. */
    protected static String delivery(String id, String customer, String occurredAt) {
        return """
                {"id":"%s","source":"app-of-%s","occurredAt":"%s","customer":"%s","journeyId":"o-17",\
                "touchpoint":"order-delivered","channel":"COURIER","partner":"seller-9","outcome":"SUCCESS",\
                "measures":{"delayHours":36.5},"attributes":{"state":"SP"}}""".formatted(id, customer, occurredAt, customer);
    }
}
