package io.ressenti.touchpoint.rejected;

import io.ressenti.contracts.EventRejected;
import io.ressenti.contracts.Flaw;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.touchpoint.ServiceTest;
import io.ressenti.touchpoint.Topic;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/** What the tests of rejected events share. Each test's events have a source of its own. */
abstract class RejectedTest extends ServiceTest {

    static final String REJECTED = "/api/v1/rejected";
    static final String TIME = "2018-01-18T22:56:59Z";

    @KafkaBootstrapServers
    String kafka;

    final String customer = unique("c");
    final String source = "app-of-" + customer;

    /** A request of somebody of the platform team, whose token names no brand. */
    static RequestSpecification operator() {
        return as(Jwt.issuer("ressenti").upn("olga").groups("operator").sign());
    }

    /** A request with a merge patch. */
    static RequestSpecification patch(RequestSpecification request, String patch) {
        return request.contentType("application/merge-patch+json").body(patch.getBytes(StandardCharsets.UTF_8));
    }

    /** Ingestion said that it refused {@code event}; gives the id. */
    String refused(String brand, String reason, String event) {
        return refused(UUID.randomUUID(), brand, reason, event, Instant.now());
    }

    String refused(UUID id, String brand, String reason, String event, Instant at) {
        var flaws = List.of(new Flaw("/touchpoint", "No such touchpoint."));
        new Topic(kafka, Topics.REJECTED)
                .write(new EventRejected(
                        id.toString(),
                        "ressenti/touchpoint-service",
                        brand,
                        source,
                        "e-1",
                        reason,
                        "Wrong.",
                        flaws,
                        event,
                        at));
        return id.toString();
    }

    /** The open rows of this test's source, once there are {@code count}. */
    ValidatableResponse awaitOpen(RequestSpecification request, int count) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> list(request).body("items", hasSize(count)));
        return list(request);
    }

    /** The id of this test's only open row. */
    String awaitOnly(RequestSpecification request) {
        return awaitOpen(request, 1).extract().path("items[0].id");
    }

    private ValidatableResponse list(RequestSpecification request) {
        return request.get(REJECTED + "?source=" + source).then().statusCode(200);
    }
}
