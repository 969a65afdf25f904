package io.ressenti.scoring.drops;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.DropEvent;
import io.ressenti.contracts.PartnerDropped;
import io.ressenti.contracts.PartnerRecovered;
import io.ressenti.contracts.TouchpointDropped;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.model.drop.BucketTally;
import io.ressenti.scoring.testing.Leftovers;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.ressenti.scoring.drops.Traffic.COURIER;
import static io.ressenti.scoring.drops.Traffic.TOUCHPOINT;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Drops are found, listed and told. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class DropsTest {

    /** Drops that begin here are young enough to be told. */
    private static final Instant DROPS = BucketTally.startOf(Instant.now().minus(Duration.ofDays(2)));

    private static final Instant RECOVERS = DROPS.plus(Duration.ofDays(1));
    private static final Instant CLOSED = RECOVERS.plus(Duration.ofHours(23));
    private static final int PER_DAY = 200;
    private static final int USUALLY_EVERY = 10;
    private static final int DROPPED_EVERY = 4;

    @KafkaBootstrapServers
    String servers;

    @Inject
    Evaluations evaluations;

    @Inject
    Pool pool;

    private static final String OLD = Tokens.newBrand();

    private final String brand = Tokens.newBrand();
    private final Traffic traffic = new Traffic(brand);
    private TestKafka kafka;

    @BeforeEach
    void fourUsualWeeks() {
        kafka = new TestKafka(servers);
        count(DROPS.minus(Duration.ofDays(28)), 28, USUALLY_EVERY);
    }

    @AfterEach
    void close() {
        kafka.close();
        Leftovers.remove(pool, brand);
        Leftovers.remove(pool, OLD);
    }

    @Test
    void aDropIsToldOnceOfTheTouchpointItsChannelAndItsPartner() {
        // Given
        count(DROPS, 1, DROPPED_EVERY);

        // When two instances evaluate
        evaluations.evaluateTwice(RECOVERS);

        // Then
        var told = told(3);
        assertThat(told)
                .extracting(DropEvent::getClass)
                .containsExactlyInAnyOrder(
                        (Class) TouchpointDropped.class, (Class) TouchpointDropped.class, (Class) PartnerDropped.class);
        assertThat(told).allSatisfy(drop -> {
            assertThat(drop.touchpoint()).isEqualTo(TOUCHPOINT);
            assertThat(drop.since()).isBetween(DROPS.minus(Duration.ofHours(2)), DROPS.plus(Duration.ofHours(2)));
            assertThat(drop.occurredAt()).isBetween(DROPS, RECOVERS);
            assertThat(drop.before().n()).isGreaterThan(27 * PER_DAY);
            assertThat(drop.before().value()).isBetween(9.5, 10.5);
            assertThat(drop.after().value()).isGreaterThan(20);
        });
        assertThat(told.stream().filter(TouchpointDropped.class::isInstance).map(TouchpointDropped.class::cast))
                .extracting(TouchpointDropped::channel)
                .containsExactlyInAnyOrder(null, COURIER);
        assertThat(told.stream().filter(PartnerDropped.class::isInstance).map(PartnerDropped.class::cast))
                .extracting(PartnerDropped::partner)
                .containsExactly("seller-9");
    }

    @Test
    void aRecoveryIsTold() {
        // Given a drop that was told
        count(DROPS, 1, DROPPED_EVERY);
        evaluations.evaluate(RECOVERS);
        var dropped = one(told(3), PartnerDropped.class);

        // When all is as before
        count(RECOVERS, 1, USUALLY_EVERY);
        evaluations.evaluate(CLOSED);

        // Then
        var recovered = one(told(6), PartnerRecovered.class);
        assertThat(recovered.drop()).isEqualTo(dropped.id());
        assertThat(recovered.before()).isEqualTo(dropped.after());
        assertThat(recovered.after().value()).isLessThan(15);
        assertThat(recovered.since())
                .isBetween(RECOVERS.minus(Duration.ofHours(2)), RECOVERS.plus(Duration.ofHours(2)));
        assertThat(recovered.withdrawn()).isFalse();
        drops(Map.of("state", "RECOVERED")).body("items", hasSize(3));
    }

    @Test
    void aDropThatHasNeverBeenIsWithdrawn() {
        // Given a drop that was told
        var bad = traffic.days(DROPS, 1, PER_DAY, DROPPED_EVERY, "seller-9");
        evaluations.count(bad);
        evaluations.evaluate(RECOVERS);
        var dropped = one(told(3), PartnerDropped.class);

        // When what was said is taken back
        evaluations.count(bad.stream()
                .filter(delta -> delta.signal().dissatisfied())
                .map(Traffic::removed)
                .toList());
        evaluations.evaluate(RECOVERS);

        // Then
        var withdrawn = one(told(6), PartnerRecovered.class);
        assertThat(withdrawn.withdrawn()).isTrue();
        assertThat(withdrawn.drop()).isEqualTo(dropped.id());
        assertThat(withdrawn.after().value()).isBetween(9.5, 10.5);
        drops(Map.of()).body("items", empty());
    }

    @Test
    void aDropThatMovesIsNotToldAgain() {
        // Given a drop that was told
        count(DROPS, 1, DROPPED_EVERY);
        evaluations.evaluate(RECOVERS);
        told(3);
        var before = drops(Map.of("partner", "seller-9")).extract().<String>path("items[0].detectedAt");

        // When events come late
        count(DROPS, 1, 2);
        evaluations.evaluate(RECOVERS);

        // Then
        var after = drops(Map.of("partner", "seller-9")).extract().<String>path("items[0].detectedAt");
        assertThat(after).isLessThan(before);
        assertThat(kafka.drops(brand)).hasSize(3);
    }

    @Test
    void anOldDropIsListedAndNotTold() {
        // Given four usual weeks and a drop long ago
        var old = new Traffic(OLD);
        var longAgo = DROPS.minus(Duration.ofDays(60));
        evaluations.count(old.days(longAgo.minus(Duration.ofDays(28)), 28, PER_DAY, USUALLY_EVERY, "seller-9"));
        evaluations.count(old.days(longAgo, 1, PER_DAY, DROPPED_EVERY, "seller-9"));

        // When
        evaluations.evaluate(RECOVERS);

        // Then
        drops(old.brand(), Map.of()).body("items", hasSize(3));
        assertThat(kafka.drops(old.brand())).isEmpty();
    }

    @Test
    void dropsAreListedByWhatTheyAreAbout() {
        // Given
        count(DROPS, 1, DROPPED_EVERY);
        evaluations.evaluate(RECOVERS);

        // When
        var ofPartner = drops(Map.of("partner", "seller-9", "state", "OPEN"));

        // Then
        ofPartner
                .body("items.touchpoint", contains(TOUCHPOINT))
                .body("items.partner", contains("seller-9"))
                .body("items.channel", contains(nullValue()))
                .body("items[0].state", equalTo("OPEN"))
                .body("items[0].before.n", notNullValue())
                .body("items[0].endedAt", nullValue())
                .body("next", nullValue());
        drops(Map.of("channel", COURIER)).body("items", hasSize(1));
        drops(Map.of("touchpoint", "another")).body("items", empty());
        drops(Map.of("state", "SETTLED")).body("items", empty());
        drops(Map.of("to", DROPS.toString())).body("items", empty());
        drops(Map.of("from", DROPS.toString())).body("items", hasSize(3));
        drops(Tokens.newBrand(), Map.of()).body("items", empty());
    }

    @Test
    void aPageLeadsToTheNext() {
        // Given three drops
        count(DROPS, 1, DROPPED_EVERY);
        evaluations.evaluate(RECOVERS);
        var all = drops(Map.of()).extract().<List<Object>>path("items");

        // When
        var first = drops(Map.of("limit", "2")).body("items", hasSize(2));

        // Then
        var second = drops(Map.of("limit", "2", "cursor", first.extract().path("next")))
                .body("items", hasSize(1))
                .body("next", nullValue());
        assertThat(all)
                .startsWith(first.extract().path("items[0]"), first.extract().path("items[1]"));
        assertThat(all).endsWith(second.extract().<Object>path("items[0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=open", "from=yesterday", "limit=0", "cursor=abc", "partner=a%00b", "by=partner"})
    void wrongQueriesAreRefused(String query) {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.LEAD))
                .urlEncodingEnabled(false)
                .get("/api/v1/scores/drops?" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", containsString(query.substring(0, query.indexOf('='))));
    }

    @Test
    void dropsAreForLeadsAndAnalysts() {
        given().auth()
                .oauth2(Tokens.of(brand, Roles.APPLICATION))
                .get("/api/v1/scores/drops")
                .then()
                .statusCode(403);
    }

    private void count(Instant from, int days, int dissatisfiedEvery) {
        evaluations.count(traffic.days(from, days, PER_DAY, dissatisfiedEvery, "seller-9"));
    }

    private List<DropEvent> told(int n) {
        return await().atMost(Evaluations.PATIENCE).until(() -> kafka.drops(brand), drops -> drops.size() == n);
    }

    private static <E extends DropEvent> E one(List<DropEvent> events, Class<E> type) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private ValidatableResponse drops(Map<String, String> parameters) {
        return drops(brand, parameters);
    }

    private static ValidatableResponse drops(String brand, Map<String, String> parameters) {
        return given().auth()
                .oauth2(Tokens.of(brand, Roles.ANALYST))
                .queryParams(parameters)
                .get("/api/v1/scores/drops")
                .then()
                .statusCode(200);
    }
}
