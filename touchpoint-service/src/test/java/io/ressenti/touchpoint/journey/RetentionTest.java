package io.ressenti.touchpoint.journey;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;

/** What is too old goes; what a brand keeps stays, and its sums are right. */
@QuarkusTest
class RetentionTest extends JourneyScenario {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Inject
    JourneyTrimmer trimmer;

    @Inject
    Pool pool;

    @Inject
    MeterRegistry metrics;

    private final String brand = unique("brand");

    @Test
    void linesGoWithTheirTimeAndJourneysAreSummedUpAnew() {
        // Given
        happened("old", "o-1", NOW.minus(Duration.ofDays(40)));
        happened("young", "o-1", NOW.minus(Duration.ofDays(10)));
        happened("gone", "o-2", NOW.minus(Duration.ofDays(50)));
        thenLines("gone", "old", "young");
        keep(30);

        // When
        trim();

        // Then
        thenLines("young");
        assertThat(rows("SELECT * FROM journey WHERE brand = $1"))
                .singleElement()
                .satisfies(journey -> {
                    assertThat(journey.getString("journey_id")).isEqualTo("o-1");
                    assertThat(journey.getOffsetDateTime("first_at").toInstant())
                            .isEqualTo(NOW.minus(Duration.ofDays(10)));
                    assertThat(journey.getInteger("touchpoints")).isEqualTo(1);
                    assertThat(journey.getInteger("broken_promises")).isEqualTo(1);
                });
    }

    @Test
    void whatIsTooOldAlreadyIsAcceptedAndNotShown() {
        // Given
        keep(30);
        var before = passedOver();

        // When
        happened("old", "o-1", NOW.minus(Duration.ofDays(40)));

        // Then
        happened("young", "o-1", NOW.minus(Duration.ofDays(10)));
        thenLines("young");
        assertThat(passedOver()).isEqualTo(before + 1);
        assertThat(rows("SELECT touchpoints FROM journey WHERE brand = $1"))
                .map(row -> row.getInteger("touchpoints"))
                .containsExactly(1);
        assertThat(rows("SELECT * FROM rejected WHERE brand = $1")).isEmpty();
    }

    @Test
    void aMonthThatNobodyKeepsIsDroppedAndComesBackWhenItIsNeeded() {
        // Given
        var march = Instant.parse("2003-03-15T00:00:00Z");
        happened("a", "o-1", march);
        thenLines("a");
        keep(30);
        trim();
        assertThat(months("journey_entry_2003_03")).isZero();
        keep(null);

        // When
        happened("b", "o-1", march);

        // Then
        thenLines("b");
        assertThat(months("journey_entry_2003_03")).isEqualTo(1);
    }

    @Test
    void aMonthThatAnotherBrandKeepsStays() {
        // Given
        var april = Instant.parse("2003-04-15T00:00:00Z");
        write(touchpoint("kept").brand("acme").at(april));
        journey(1);
        happened("a", "o-1", april);
        thenLines("a");
        keep(30);

        // When
        trim();

        // Then
        thenLines();
        assertThat(months("journey_entry_2003_04")).isEqualTo(1);
        journey(1);
    }

    @Test
    void idsAreForgottenAfterTheirTime() {
        // Given
        happened("a", null, NOW);
        happened("b", null, NOW.plusSeconds(1));
        thenLines("a", "b");
        rows("UPDATE seen_event SET seen_at = now() - interval '36 days' WHERE brand = $1 AND id = 'a'");
        rows("UPDATE seen_event SET seen_at = now() - interval '34 days' WHERE brand = $1 AND id = 'b'");

        // When
        trim();

        // Then
        assertThat(rows("SELECT id FROM seen_event WHERE brand = $1"))
                .map(row -> row.getString("id"))
                .containsExactly("b");
        thenLines("a", "b");
    }

    @Test
    void idsAreRememberedForAWeekAtLeast() {
        // Given
        var config = JourneyDatabase.config(Duration.ofDays(7).minusSeconds(1));

        // When
        assertThatThrownBy(() -> new RetentionPolicy(config))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 7 days");
    }

    @Test
    void aBrandSetsAndResetsItsOwnRule() {
        // Given
        var other = as(TestCredentials.OTHER);
        other.get("/api/v1/journey-retention")
                .then()
                .statusCode(200)
                .body("days", nullValue())
                .body("ownRule", equalTo(false));

        // When
        var answer = as(TestCredentials.OTHER).body("{\"days\":36500}").put("/api/v1/journey-retention");

        // Then
        answer.then().statusCode(200).body("days", equalTo(36500)).body("ownRule", equalTo(true));
        other.get("/api/v1/journey-retention").then().body("days", equalTo(36500));
        acme().get("/api/v1/journey-retention").then().body("ownRule", equalTo(false));
        other.delete("/api/v1/journey-retention").then().statusCode(204);
        other.get("/api/v1/journey-retention").then().body("ownRule", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"days\":0}", "{\"days\":36501}", "{\"days\":-1}", "{\"weeks\":1}"})
    void refusesOtherRules(String body) {
        // Given
        var request = acme().body(body);

        // When
        var answer = request.put("/api/v1/journey-retention");

        // Then
        answer.then().statusCode(oneOf(400, 422)).contentType("application/problem+json");
    }

    @Test
    void forEverHasToBeSaid() {
        // Given
        var request = acme().body("{}");

        // When
        var answer = request.put("/api/v1/journey-retention");

        // Then
        answer.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/days"))
                .body("errors[0].message", equalTo("The field is missing: expected a whole number or null."));
        acme().get("/api/v1/journey-retention").then().body("ownRule", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {TestCredentials.ACME_APPLICATION, TestCredentials.ACME_LEAD, TestCredentials.ACME_ANALYST})
    void onlyAdminsSetRules(String key) {
        // Given
        var request = as(key).body("{\"days\":1}");

        // When
        var answer = request.put("/api/v1/journey-retention");

        // Then
        answer.then().statusCode(403);
    }

    private void happened(String id, String journeyId, Instant at) {
        write(touchpoint(id).brand(brand).journey(journeyId).at(at));
    }

    private void thenLines(String... ids) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        rows("SELECT id FROM journey_entry WHERE brand = $1 ORDER BY occurred_at"))
                .map(row -> row.getString("id"))
                .containsExactly(ids));
    }

    private void keep(Integer days) {
        pool.preparedQuery("INSERT INTO journey_retention VALUES ($1, $2) ON CONFLICT (brand) DO UPDATE SET days = $2")
                .executeAndAwait(Tuple.of(brand, days));
    }

    private void trim() {
        trimmer.trim().await().atMost(PATIENCE);
    }

    private double passedOver() {
        return metrics.counter("ressenti.journey.events", "result", "passed-over")
                .count();
    }

    private long months(String name) {
        return pool.preparedQuery("SELECT count(*) AS n FROM pg_class WHERE relname = $1")
                .executeAndAwait(Tuple.of(name))
                .iterator()
                .next()
                .getLong("n");
    }

    private List<Row> rows(String sql) {
        return StreamSupport.stream(
                        pool.preparedQuery(sql).executeAndAwait(Tuple.of(brand)).spliterator(), false)
                .toList();
    }
}
