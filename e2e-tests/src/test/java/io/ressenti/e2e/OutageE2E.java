package io.ressenti.e2e;

import io.ressenti.e2e.system.AlertFeed;
import io.ressenti.e2e.system.Brand;
import io.ressenti.e2e.system.Caller;
import io.ressenti.e2e.system.Part;
import io.ressenti.e2e.system.Reply;
import io.ressenti.e2e.system.RessentiExtension;
import io.ressenti.e2e.system.RunningRessenti;
import io.ressenti.e2e.system.Suspension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** While Kafka or PostgreSQL does not answer, clients are told to come back, and afterwards everything goes on by itself. */
@ExtendWith(RessentiExtension.class)
class OutageE2E {

    private static final String CHECKOUT = "checkout";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RunningRessenti ressenti;
    private Brand brand;

    @BeforeEach
    void aBrand(RunningRessenti running) {
        ressenti = running;
        ressenti.awaitReady();
        brand = ressenti.brand("outage");
        brand.catalogue(CHECKOUT, "PURCHASE");
    }

    @Test
    void kafkaAway() {
        // Given
        var event = Brand.failure("k-1", "c-kafka", CHECKOUT);

        // When
        Reply reply;
        try (var kafka = Suspension.of(List.of(ressenti.process(Part.KAFKA)))) {
            reply = brand.caller().post("/api/v1/touchpoints", event);
            awaitReadiness(Part.TOUCHPOINT_SERVICE, 503);
        }

        // Then
        assertIsAskedToComeBack(reply);
        goesOnByItself("c-kafka-after");
    }

    @Test
    void postgreSqlAway() {
        // Given a launcher that cannot start PostgreSQL again yet
        var feedback = Brand.feedback("p-1", "c-postgresql", CHECKOUT, 1);

        // When
        Reply reply;
        try (var launcher = Suspension.of(List.of(ressenti.launcher()))) {
            ressenti.killPostgreSql();
            reply = new Caller(ressenti.urlOf(Part.FEEDBACK_SERVICE), brand.key()).post("/api/v1/feedback", feedback);
            awaitReadiness(Part.FEEDBACK_SERVICE, 503);
            awaitReadiness(Part.SCORING_SERVICE, 503);
        }

        // Then
        assertIsAskedToComeBack(reply);
        goesOnByItself("c-postgresql-after");
    }

    private static void assertIsAskedToComeBack(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).matches("\\d+");
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    private void awaitReadiness(Part service, int status) {
        var probe = new Caller(ressenti.urlOf(service), null);
        await(service + "'s readiness")
                .atMost(PATIENCE)
                .until(() -> probe.get("/q/health/ready").status() == status);
        assertThat(probe.get("/q/health/live").status()).isEqualTo(200);
    }

    private void goesOnByItself(String customer) {
        ressenti.awaitReady();
        try (var feed = AlertFeed.open(brand, null)) {
            await("touchpoints are taken again")
                    .atMost(PATIENCE)
                    .until(() -> brand.caller()
                                    .post("/api/v1/touchpoints", Brand.failure("t-" + customer, customer, CHECKOUT))
                                    .status()
                            == 202);
            await("feedback is taken again")
                    .atMost(PATIENCE)
                    .until(() -> brand.caller()
                                    .post("/api/v1/feedback", Brand.feedback("f-" + customer, customer, CHECKOUT, 1))
                                    .status()
                            < 300);
            feed.awaitAlert(alert -> alert.get("customer").asText().equals(customer));
        }
    }
}
