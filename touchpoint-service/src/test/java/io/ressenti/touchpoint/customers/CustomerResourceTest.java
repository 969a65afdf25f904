package io.ressenti.touchpoint.customers;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.CustomerErased;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.Event;
import io.ressenti.contracts.Topics;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.touchpoint.ServiceTest;
import io.ressenti.touchpoint.Topic;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** What clients say about customers is told to every service. */
@QuarkusTest
class CustomerResourceTest extends ServiceTest {

    @KafkaBootstrapServers
    String kafka;

    private final String customer = unique("c");
    private final String path = "/api/v1/customers/" + customer;

    @Test
    void aMergeIsTold() {
        // Given
        var body =
                "{\"id\":\"m-1\",\"source\":\"shop\",\"into\":\"c-1\",\"occurredAt\":\"2018-01-19T10:12:00.1234567Z\"}";

        // When
        var answer = as(TestCredentials.ACME_APPLICATION).body(body).post(path + "/merge");

        // Then
        answer.then().statusCode(202).body("id", equalTo("m-1"));
        var told = (CustomersMerged) told(1).getFirst();
        assertThat(told.source()).isEqualTo("shop");
        assertThat(told.brand()).isEqualTo("acme");
        assertThat(told.into()).isEqualTo("c-1");
        assertThat(told.occurredAt()).isEqualTo("2018-01-19T10:12:00.123456Z");
        assertThat(told.receivedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void anUnmergeIsToldAsOfNowWhereItSaysNoTime() {
        // Given
        var body = "{\"id\":\"u-1\",\"source\":\"shop\"}";

        // When
        var answer = as(TestCredentials.ACME_APPLICATION).body(body).post(path + "/unmerge");

        // Then
        answer.then().statusCode(202).body("id", equalTo("u-1"));
        var told = (CustomersUnmerged) told(1).getFirst();
        assertThat(told.occurredAt()).isEqualTo(told.receivedAt());
    }

    @Test
    void anErasureIsToldAndNamesWhoIsErased() {
        // Given
        var lead = as(TestCredentials.ACME_LEAD);

        // When
        var answer = lead.delete(path);

        // Then
        answer.then().statusCode(202).body("person", equalTo(customer)).body("identifiers", contains(customer));
        assertThat(told(1).getFirst()).isInstanceOf(CustomerErased.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            merge   | {"id":"1","source":"s"}                                              | 422 | /into
            merge   | {"id":"1","source":"s","into":""}                                    | 422 | /into
            merge   | {"id":"1","source":"s","into":"a\\u0007"}                            | 422 | /into
            merge   | {"source":"s","into":"a"}                                            | 422 | /id
            merge   | {"id":"1","into":"a"}                                                | 422 | /source
            merge   | {"id":"1","source":"s","into":"a","occurredAt":"2999-01-01T00:00:00Z"} | 422 | /occurredAt
            merge   | {"id":"1","source":"s","into":"a","occurredAt":"1969-01-01T00:00:00Z"} | 422 | /occurredAt
            merge   | {"id":"1","source":"s","onto":"a"}                                   | 400 | /onto
            unmerge | {"id":"1"}                                                           | 422 | /source
            unmerge | {"id":"1","source":"s","occurredAt":"yesterday"}                     | 400 | /occurredAt
            """)
    void badRequestsAreNamedByTheirPlace(String action, String body, int status, String pointer) {
        // When
        var answer = acme().body(body).post(path + "/" + action);

        // Then
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void nobodyIsMergedIntoThemselves() {
        // Given
        var body = "{\"id\":\"m-1\",\"source\":\"shop\",\"into\":\"" + customer + "\"}";

        // When
        var answer = acme().body(body).post(path + "/merge");

        // Then
        answer.then().statusCode(422).body("errors[0].pointer", equalTo("/into"));
    }

    @Test
    void eachDoesWhatTheirRoleAllows() {
        // Given
        var body = "{\"id\":\"m-1\",\"source\":\"shop\",\"into\":\"c-1\"}";

        // When
        var merge = as(TestCredentials.ACME_LEAD).body(body).post(path + "/merge");

        // Then
        merge.then().statusCode(403);
        as(TestCredentials.ACME_APPLICATION).delete(path).then().statusCode(403);
        as(TestCredentials.ACME_ANALYST).delete(path).then().statusCode(403);
    }

    /** What was told of the customer. */
    private List<Event> told(int count) {
        var key = "acme|" + customer;
        return new Topic(kafka, Topics.CUSTOMERS)
                .read(record -> key.equals(record.key()), count).stream()
                        .map(EventCodec::read)
                        .toList();
    }
}
