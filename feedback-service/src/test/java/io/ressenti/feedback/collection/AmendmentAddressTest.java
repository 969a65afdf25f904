package io.ressenti.feedback.collection;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.feedback.FeedbackJson;
import io.ressenti.feedback.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Which answer an amendment means. */
@QuarkusTest
class AmendmentAddressTest extends ServiceTest {

    private static final String PATH = "/api/v1/feedback";

    @ParameterizedTest
    @CsvSource({"?source=survey,", ",survey", "?source=survey,survey"})
    void theSourceStandsInTheParameterOrInTheBody(String parameter, String source) {
        // Given
        var id = recorded();
        var body = FeedbackJson.with("id", null, "customer", id, "comment", "short", "source", source);

        // When
        var response = as(TestCredentials.ACME)
                .body(body)
                .put(PATH + "/" + id + (parameter == null ? "" : parameter))
                .then();

        // Then
        response.statusCode(200).body("source", equalTo("survey")).body("revision", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"survey/%s?dryRun=true", "%s?source=survey&dryRun=true"})
    void aParameterThatNobodyKnowsChangesNothing(String address) {
        // Given
        var id = recorded();

        // When
        var response = as(TestCredentials.ACME)
                .body(FeedbackJson.with("id", id, "customer", id, "comment", "tried"))
                .put(PATH + "/" + address.formatted(id))
                .then();

        // Then
        refusal(response, 422, "invalid").body("errors[0].message", containsString("dryRun"));
        as(TestCredentials.ACME).get(PATH + "/survey/" + id).then().body("revision", equalTo(0));
    }

    @Test
    void revisionsRefuseParametersThatNobodyKnows() {
        // Given
        var id = recorded();

        // When
        var response = as(TestCredentials.ACME)
                .get(PATH + "/survey/" + id + "/revisions?page=2")
                .then();

        // Then
        refusal(response, 422, "invalid").body("errors[0].message", containsString("cursor, limit"));
    }

    @Test
    void anAddressThatContradictsTheBodyIsRefused() {
        // Given
        var id = recorded();

        // When
        var response = as(TestCredentials.ACME)
                .body(FeedbackJson.with("id", "another", "customer", id))
                .put(PATH + "/survey/" + id)
                .then();

        // Then
        refusal(response, 422, "invalid").body("errors[0].pointer", equalTo("/id"));
    }

    private static String recorded() {
        var id = UUID.randomUUID().toString();
        as(TestCredentials.ACME)
                .body(FeedbackJson.with("id", id, "customer", id))
                .post(PATH)
                .then()
                .statusCode(201);
        return id;
    }
}
