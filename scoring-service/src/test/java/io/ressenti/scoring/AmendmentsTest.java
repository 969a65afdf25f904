package io.ressenti.scoring;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.RealInfrastructure;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.testing.TestKafka;
import io.ressenti.scoring.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.ressenti.scoring.testing.Events.NOON;
import static io.ressenti.scoring.testing.Events.csat;
import static io.ressenti.scoring.testing.Events.feedback;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is amended, erased, merged and un-merged: every number follows. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "service", value = "scoring"))
class AmendmentsTest {

    @KafkaBootstrapServers
    String servers;

    private final String brand = Tokens.newBrand();
    private TestKafka kafka;

    @BeforeEach
    void connect() {
        kafka = new TestKafka(servers);
    }

    @AfterEach
    void disconnect() {
        kafka.close();
    }

    @Test
    void anAmendedAnswerReplacesItsSignals() {
        // Given
        kafka.publish(Topics.FEEDBACK, feedback(brand, "r-1", "c-1", NOON, csat(1)), said("r-2", "c-1", 5));
        settled(() -> assertThat(metric("csat").getDouble("rows[0].mean")).isEqualTo(3));

        // When
        kafka.publish(Topics.FEEDBACK, amended(feedback(brand, "r-1", "c-1", NOON, csat(4)), 1));

        // Then
        settled(() -> {
            assertThat(metric("csat").getInt("rows[0].n")).isEqualTo(2);
            assertThat(metric("csat").getDouble("rows[0].mean")).isEqualTo(4.5);
            assertThat(metric("dissatisfied-share").getDouble("rows[0].value")).isZero();
            assertThat(score("c-1").getDouble("experienced")).isEqualTo(87.5);
        });
    }

    @Test
    void anAmendmentThatComesFirstStands() {
        // Given
        kafka.publish(Topics.FEEDBACK, amended(feedback(brand, "r-1", "c-1", NOON, csat(4)), 2));

        // When
        kafka.publish(
                Topics.FEEDBACK,
                amended(feedback(brand, "r-1", "c-1", NOON, csat(2)), 1),
                feedback(brand, "r-1", "c-1", NOON, csat(1)),
                said("r-2", "c-1", 5));

        // Then
        settled(() -> assertThat(metric("csat").getInt("rows[0].n")).isEqualTo(2));
        assertThat(metric("csat").getDouble("rows[0].mean")).isEqualTo(4.5);
    }

    @Test
    void theEventReceivedFirstStandsThoughAnotherCustomersCopyCameBefore() {
        // Given two events that claim to be the same
        var first = feedback(brand, "r-1", "c-1", NOON, csat(5));
        var second = feedback(brand, "r-1", "c-2", NOON.plusSeconds(60), csat(1));
        kafka.publish(Topics.FEEDBACK, second);
        settled(() -> assertThat(score("c-2").getInt("n")).isEqualTo(1));

        // When
        kafka.publish(Topics.FEEDBACK, first);

        // Then
        settled(() -> assertThat(score("c-1").getDouble("experienced")).isEqualTo(100));
        assertThat(scoreOf("c-2").statusCode()).isEqualTo(404);
        assertThat(metric("csat").getDouble("rows[0].mean")).isEqualTo(5);
    }

    @Test
    void nothingIsLeftOfAnErasedCustomerWhenTheirEventsComeLate() {
        // Given
        kafka.publish(Topics.FEEDBACK, said("r-1", "c-1", 1), said("r-2", "c-2", 5));
        settled(() -> assertThat(metric("csat").getInt("rows[0].n")).isEqualTo(2));

        // When
        kafka.publish(Topics.CUSTOMERS, erased("c-1", NOON.plusSeconds(3600)));

        // Then
        settled(() -> assertThat(metric("csat").getInt("rows[0].n")).isEqualTo(1));
        assertThat(scoreOf("c-1").statusCode()).isEqualTo(404);

        // And what was received before the erasure stays void, what was received later counts
        kafka.publish(
                Topics.FEEDBACK, said("r-3", "c-1", 1), feedback(brand, "r-4", "c-1", NOON.plusSeconds(7200), csat(3)));
        settled(() -> assertThat(score("c-1").getInt("n")).isEqualTo(1));
        assertThat(metric("csat").getDouble("rows[0].mean")).isEqualTo(4);
    }

    @Test
    void mergedIdentifiersAreOnePersonAndUnmergedAreNot() {
        // Given
        kafka.publish(Topics.FEEDBACK, said("r-1", "device-9", 1), said("r-2", "c-1", 5));
        settled(() -> assertThat(metric("csat").getInt("rows[0].n")).isEqualTo(2));

        // When
        kafka.publish(Topics.CUSTOMERS, merged("m-1", "device-9", "c-1", NOON));

        // Then (2·0 + 100)/3, for whom ever one asks
        settled(() -> assertThat(score("device-9").getDouble("experienced")).isEqualTo(33.333333));
        assertThat(score("c-1").getList("identifiers")).containsExactly("c-1", "device-9");
        assertThat(score("device-9").getString("person")).isEqualTo("c-1");
        assertThat(listed("AT_RISK").getList("items.customer")).containsExactly("c-1");
        assertThat(listed("AT_RISK").getInt("items[0].n")).isEqualTo(2);

        // And an event of either counts for both, until they are told apart
        kafka.publish(Topics.FEEDBACK, said("r-3", "device-9", 5));
        settled(() -> assertThat(score("c-1").getDouble("experienced")).isEqualTo(50));
        kafka.publish(
                Topics.CUSTOMERS,
                new CustomersUnmerged("u-1", "crm", brand, "device-9", NOON.plusSeconds(60), NOON.plusSeconds(61)));
        settled(() -> assertThat(score("c-1").getDouble("experienced")).isEqualTo(100));
        assertThat(score("device-9").getDouble("experienced")).isEqualTo(33.333333);
        assertThat(listed("AMBASSADOR").getList("items.customer")).containsExactly("c-1");
        assertThat(listed("AT_RISK").getList("items.customer")).containsExactly("device-9");
    }

    @Test
    void theLastMergeByEventTimeHoldsHoweverTheyArrive() {
        // Given
        kafka.publish(Topics.FEEDBACK, said("r-1", "device-9", 1), said("r-2", "c-1", 5), said("r-3", "c-2", 5));
        kafka.publish(Topics.CUSTOMERS, merged("m-2", "device-9", "c-2", NOON.plusSeconds(60)));
        settled(() -> assertThat(score("device-9").getString("person")).isEqualTo("c-2"));

        // When an older merge comes late, and a younger one of another identifier
        kafka.publish(
                Topics.CUSTOMERS,
                merged("m-1", "device-9", "c-1", NOON),
                merged("m-3", "c-2", "c-1", NOON.plusSeconds(120)));

        // Then
        settled(() -> assertThat(score("device-9").getList("identifiers")).containsExactly("c-1", "c-2", "device-9"));
        assertThat(score("c-2").getString("person")).isEqualTo("c-1");
    }

    private FeedbackRecorded said(String id, String customer, int satisfaction) {
        return feedback(brand, id, customer, NOON, csat(satisfaction));
    }

    private static FeedbackRecorded amended(FeedbackRecorded event, int revision) {
        return new FeedbackRecorded(
                event.id(),
                event.source(),
                event.brand(),
                event.customer(),
                event.journeyId(),
                event.touchpoint(),
                event.stage(),
                event.channel(),
                event.partner(),
                event.occurredAt(),
                event.receivedAt().plusSeconds(revision),
                event.answers(),
                event.comment(),
                event.language(),
                revision);
    }

    private CustomerErased erased(String customer, Instant at) {
        return new CustomerErased("e-" + customer, "crm", brand, customer, at, at);
    }

    private CustomersMerged merged(String id, String customer, String into, Instant at) {
        return new CustomersMerged(id, "crm", brand, customer, into, at, at.plusSeconds(1));
    }

    private static void settled(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(assertion);
    }

    private JsonPath metric(String metric) {
        return json(get("/api/v1/scores/" + metric));
    }

    private JsonPath listed(String band) {
        return json(get("/api/v1/scores/customers?band=" + band));
    }

    private JsonPath score(String customer) {
        return json(scoreOf(customer));
    }

    private Response scoreOf(String customer) {
        return get("/api/v1/customers/" + customer + "/score");
    }

    private Response get(String path) {
        return given().auth().oauth2(Tokens.of(brand, Roles.LEAD)).get(path);
    }

    private static JsonPath json(Response response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response.jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }
}
