package io.ressenti.notification.alert;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.AlertChanged;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.notification.testing.AlertsApi;
import io.ressenti.notification.testing.Topic;
import io.ressenti.platform.event.EventCodec;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static io.ressenti.notification.testing.Dissatisfaction.publish;
import static io.ressenti.notification.testing.Dissatisfaction.publishOn;
import static io.ressenti.notification.testing.Dissatisfaction.signal;
import static io.ressenti.notification.testing.Dissatisfaction.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Alerts of erased customers stay, about nobody. */
@QuarkusTest
@QuarkusTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = "service", value = "notification"))
class CustomerErasureTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AlertsApi acme = new AlertsApi(TestCredentials.ACME);
    private final String customer = unique("customer");

    @Inject
    Pool pool;

    @Test
    void anOpenAlertIsResolvedAndSaysNothingOfTheCustomerAnyMore() {
        // Given
        publish(signal("acme", customer, "o-17", 8));
        var id = (String) acme.awaitAlert(customer, 1).get("id");
        acme.act(id, "note", Map.of("text", "She called.")).then().statusCode(200);
        try (var told = Topic.fromNow(Topics.ALERTS)) {

            // When
            erase("acme", Instant.now());

            // Then
            var change = (AlertChanged) EventCodec.read(told.await("acme|erased-" + id));
            assertThat(change.customer()).isEqualTo("erased-" + id);
            assertThat(change.journeyId()).isNull();
            assertThat(change.cause()).isNull();
        }
        acme.get(id)
                .then()
                .body("state", equalTo("RESOLVED"))
                .body("customer", equalTo("erased-" + id))
                .body("journeyId", nullValue())
                .body("cause", nullValue())
                .body("touchpoint", equalTo("order-delivered"))
                .body("severity", equalTo("CRITICAL"))
                .body("history[1].note", nullValue())
                .body("history[2].note", equalTo("The customer was erased."));
        assertThat(acme.alertsOf(customer)).isEmpty();
        assertThat(traces()).isZero();
    }

    @Test
    void whatWasReceivedBeforeRaisesNoAlertAndWhatComesAfterwardsDoes() {
        // Given
        var erasedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        erase("acme", erasedAt);
        awaitErased(erasedAt);

        // When
        publish(
                signal(unique("late"), "acme", customer, "o-1", 30, erasedAt),
                signal(unique("new"), "acme", customer, "o-2", 30, erasedAt.plusSeconds(1)));

        // Then
        assertThat(acme.awaitAlert(customer, 1)).containsEntry("journeyId", "o-2");
    }

    @Test
    void anAlertAboutSomebodyGoesWithTheIdentifierThatOnceWasTheirs() {
        // Given
        var person = unique("person");
        var heardAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        publish(
                signal(unique("own"), "acme", person, "o-1", 30, heardAt),
                signal(unique("merged"), "acme", person, customer, "o-1", 8, heardAt),
                signal(unique("own"), "acme", person, "o-2", 30, heardAt));
        AlertsApi.await(() -> acme.alertsOf(person).size() == 2 ? true : null);

        // When
        erase("acme", heardAt);

        // Then
        AlertsApi.await(() -> acme.alertsOf(person).size() == 1 ? true : null);
        assertThat(acme.alertsOf(person))
                .extracting(alert -> alert.get("journeyId"))
                .containsExactly("o-2");
        assertThat(traces()).isZero();
    }

    @Test
    void whatWasReceivedOfAnErasedIdentifierRaisesNoAlertAboutThePersonEither() {
        // Given
        var person = unique("person");
        var erasedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        erase("acme", erasedAt);
        awaitErased(erasedAt);

        // When
        publish(
                signal(unique("late"), "acme", person, customer, "o-1", 30, erasedAt),
                signal(unique("new"), "acme", person, customer, "o-2", 30, erasedAt.plusSeconds(1)));

        // Then
        assertThat(acme.awaitAlert(person, 1)).containsEntry("journeyId", "o-2");
    }

    @Test
    void anotherBrandsCustomerOfTheSameNameStays() {
        // Given
        publish(signal("acme", customer, "o-1", 30));
        acme.awaitAlert(customer, 1);

        // When
        erase("other", Instant.now());

        // Then
        publish(signal("acme", customer, "o-1", 30));
        assertThat(acme.awaitAlert(customer, 2)).containsEntry("state", "OPEN");
    }

    private void erase(String brand, Instant at) {
        publishOn(
                Topics.CUSTOMERS,
                new CustomerErased(unique("erased"), "ressenti/touchpoint-service", brand, customer, at, at));
    }

    private void awaitErased(Instant at) {
        AlertsApi.await(
                () -> count("SELECT count(*) FROM erased_customer WHERE erased_at = $1", at) == 1 ? true : null);
    }

    /** Rows that still name the customer: alerts, and what deliveries and streams are made of. */
    private long traces() {
        return count("SELECT count(*) FROM alert_change WHERE alert::text LIKE '%' || $1 || '%'", customer)
                + count("SELECT count(*) FROM alert_change WHERE identifier = $1", customer)
                + count("SELECT count(*) FROM alert WHERE customer = $1", customer);
    }

    private long count(String sql, Object parameter) {
        var value = parameter instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : parameter;
        return pool.preparedQuery(sql)
                .execute(Tuple.of(value))
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
