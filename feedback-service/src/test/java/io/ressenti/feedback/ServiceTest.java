package io.ressenti.feedback;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;
import static org.hamcrest.Matchers.notNullValue;

/** A test of the running service on a real Kafka and a real PostgreSQL. The brand acme knows the touchpoint order-delivered. */
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "feedback"))
public abstract class ServiceTest {

    protected static final String KNOWN = "order-delivered";

    private static boolean prepared;

    @KafkaBootstrapServers
    protected String kafka;

    @BeforeEach
    void catalogue() {
        if (!prepared) {
            prepared = true; // before it is sure: were it to fail, every test would wait for it again
            TestKafka.send(kafka, Topics.CATALOGUE, catalogued("acme", KNOWN, 1, Stage.ACCESS, false));
            awaitKnown(TestCredentials.ACME, KNOWN);
        }
    }

    protected static TouchpointCatalogued catalogued(
            String brand, String code, long revision, Stage stage, boolean removed) {
        return new TouchpointCatalogued(
                code + "@" + revision,
                "ressenti/touchpoint-service",
                brand,
                code,
                revision,
                stage,
                Map.of("en", code),
                List.of("COURIER"),
                removed,
                Instant.parse("2018-01-02T08:30:00Z"));
    }

    protected static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    /** Sends feedback as an application. */
    protected static ValidatableResponse send(String body) {
        return as(TestCredentials.ACME_APPLICATION)
                .body(body)
                .post("/api/v1/feedback")
                .then();
    }

    /** Checks that it was refused, with all that a problem says. */
    protected static ValidatableResponse refusal(ValidatableResponse response, int status, String kind) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ressenti:problem:" + kind))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    protected static String newId() {
        return UUID.randomUUID().toString();
    }

    protected static void awaitKnown(String key, String touchpoint) {
        var probe = FeedbackJson.with("touchpoint", touchpoint, "id", "probe-" + touchpoint, "source", "probe");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        as(key).body(probe).post("/api/v1/feedback").then().statusCode(in(Set.of(200, 201))));
    }
}
