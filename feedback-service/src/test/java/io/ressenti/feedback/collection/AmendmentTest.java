package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Stage;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import io.ressenti.feedback.TestKafka;
import io.ressenti.platform.event.EventCodec;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class AmendmentTest extends ServiceTest {

    private static final String PATH = "/api/v1/feedback";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Pool pool;

    @Test
    void anAmendmentReplacesWhatStoodAndIsToldOn() {
        // Given
        var id = recorded();

        // When
        var response = amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "better", "occurredAt", null));

        // Then
        response.statusCode(200)
                .header("ETag", "\"1\"")
                .body("revision", equalTo(1))
                .body("amendedAt", notNullValue())
                .body("occurredAt", equalTo("2018-01-20T09:00:00Z"))
                .body("comment", equalTo("better"));
        var told = awaitTold(id, 2);
        assertThat(told).extracting(FeedbackRecorded::revision).containsExactly(null, 1);
        assertThat(told.getLast().comment()).isEqualTo("better");
        assertThat(told.getLast().stage()).isEqualTo(Stage.ACCESS);
        assertThat(told.getLast().receivedAt()).isAfter(told.getFirst().receivedAt());
    }

    @Test
    void theSameAgainChangesNothingWhateverIfMatchSays() {
        // Given
        var id = recorded();
        amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "better"))
                .statusCode(200);

        // When
        var again = amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "better"), "\"0\"");

        // Then
        again.statusCode(200).header("ETag", "\"1\"").body("revision", equalTo(1));
        amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "last"))
                .statusCode(200);
        assertThat(awaitTold(id, 3)).extracting(FeedbackRecorded::revision).containsExactly(null, 1, 2);
    }

    @Test
    void whoeverAmendsAnotherRevisionThanTheyReadIsTold() {
        // Given
        var id = recorded();
        amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "mine"), "\"0\"")
                .statusCode(200);

        // When
        var late = amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "yours"), "\"0\"");

        // Then
        refusal(late, 412, "precondition-failed").body("detail", containsString("revision 1"));
        as(TestCredentials.ACME)
                .get(PATH + "/survey/" + id)
                .then()
                .header("ETag", "\"1\"")
                .body("comment", equalTo("mine"));
    }

    @Test
    void ofManyAtOnceEachGetsARevisionOfItsOwn() throws InterruptedException {
        // Given
        var id = recorded();

        // When
        try (var threads = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 16)
                    .forEach(i -> threads.submit(
                            () -> amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "no. " + i))));
        }

        // Then
        revisions(id, "")
                .body(
                        "items.revision",
                        equalTo(IntStream.rangeClosed(0, 16)
                                .mapToObj(i -> 16 - i)
                                .toList()));
        assertThat(awaitTold(id, 17)).extracting(FeedbackRecorded::comment).doesNotHaveDuplicates();
    }

    @Test
    void whatWasSaidBeforeIsKept() {
        // Given
        var id = recorded();
        amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "second", "channel", "APP"))
                .statusCode(200);
        amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "third"))
                .statusCode(200);

        // When
        var page = revisions(id, "?limit=2");

        // Then
        page.body("items.revision", equalTo(List.of(2, 1)))
                .body("items.comment", equalTo(List.of("third", "second")))
                .body("items[1].channel", equalTo("APP"));
        String next = page.extract().path("next");
        revisions(id, "?cursor=" + next)
                .body("items", hasSize(1))
                .body("items[0].revision", equalTo(0))
                .body("items[0].comment", equalTo("Chegou tarde."))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"customer,c-43", "journeyId,o-18", "journeyId,", "touchpoint,order-paid", "partner,seller-1"})
    void whoSaidItAndWhatItIsAboutStay(String field, String value) {
        // Given
        var id = recorded();

        // When
        var response = amend(id, FeedbackJson.with("id", id, "customer", id, field, value));

        // Then
        refusal(response, 422, "invalid").body("errors.pointer", equalTo(List.of("/" + field)));
    }

    @Test
    void anAmendmentIsExaminedAsWhatIsRecorded() {
        // Given
        var id = recorded();

        // When
        var response = amend(id, FeedbackJson.withAnswers(id, "[{\"type\":\"NPS\",\"value\":11}]"));

        // Then
        refusal(response, 422, "invalid").body("errors[0].pointer", equalTo("/answers/0/value"));
    }

    @Test
    void whatIsOldIsLocked() {
        // Given
        var id = recorded();
        pool.preparedQuery("UPDATE feedback SET received_at = now() - INTERVAL '31 days' WHERE id = $1")
                .execute(Tuple.of(id))
                .await()
                .atMost(PATIENCE);

        // When
        var response = amend(id, FeedbackJson.with("id", id, "customer", id, "comment", "too late"));

        // Then
        refusal(response, 409, "locked");
    }

    @Test
    void whatNobodySaidCannotBeAmended() {
        // When
        var response = amend(UUID.randomUUID().toString(), FeedbackJson.with("id", null));

        // Then
        refusal(response, 404, "not-found");
    }

    @Test
    void anotherBrandCannotAmendIt() {
        // Given
        var id = recorded();

        // When
        var response = as(TestCredentials.OTHER)
                .body(FeedbackJson.with("id", id, "customer", id, "comment", "theirs"))
                .put(PATH + "/survey/" + id)
                .then();

        // Then
        refusal(response, 404, "not-found");
        as(TestCredentials.ACME).get(PATH + "/survey/" + id).then().body("revision", equalTo(0));
    }

    @Test
    void aLeadCannotAmend() {
        // Given
        var id = recorded();

        // When
        var response = as(TestCredentials.ACME_LEAD)
                .body(FeedbackJson.with("id", id, "customer", id, "comment", "theirs"))
                .put(PATH + "/survey/" + id)
                .then();

        // Then
        refusal(response, 403, "forbidden");
    }

    /** Feedback with an id of its own, which is its customer's too. */
    private String recorded() {
        var id = UUID.randomUUID().toString();
        as(TestCredentials.ACME)
                .body(FeedbackJson.with("id", id, "customer", id))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"");
        return id;
    }

    private static ValidatableResponse amend(String id, String body) {
        return as(TestCredentials.ACME).body(body).put(PATH + "/survey/" + id).then();
    }

    private static ValidatableResponse amend(String id, String body, String ifMatch) {
        return as(TestCredentials.ACME)
                .header("If-Match", ifMatch)
                .body(body)
                .put(PATH + "/survey/" + id)
                .then();
    }

    private static ValidatableResponse revisions(String id, String query) {
        return as(TestCredentials.ACME)
                .get(PATH + "/survey/" + id + "/revisions" + query)
                .then()
                .statusCode(200);
    }

    /** What was told of the customer, in the order of the revisions. */
    private List<FeedbackRecorded> awaitTold(String customer, int count) {
        return await()
                .atMost(PATIENCE)
                .until(
                        () -> TestKafka.records(kafka, Topics.FEEDBACK, "acme|" + customer),
                        found -> found.size() == count)
                .stream()
                .map(record -> (FeedbackRecorded) EventCodec.read(record))
                .toList();
    }
}
