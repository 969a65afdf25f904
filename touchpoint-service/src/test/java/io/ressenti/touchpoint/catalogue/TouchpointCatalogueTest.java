package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.touchpoint.ServiceTest;
import io.ressenti.touchpoint.Topic;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class TouchpointCatalogueTest extends ServiceTest {

    private static final String ALL = "/api/v1/catalogue/touchpoints";

    @KafkaBootstrapServers
    String kafka;

    private final String code = unique("t");
    private final String one = ALL + "/" + code;

    @Test
    void aNewTouchpointCanBeReadBack() {
        // Given
        var body = DELIVERY_BODY;

        // When
        var answer = acme().body(body).put(one);

        // Then
        answer.then().statusCode(201).body("code", equalTo(code));
        acme().get(one)
                .then()
                .statusCode(200)
                .body("code", equalTo(code))
                .body("stage", equalTo("ACCESS"))
                .body("names.fr", equalTo("Livraison"))
                .body("channels", contains("COURIER", "STORE"))
                .body("promises[0].measure", equalTo("delayHours"))
                .body("promises[0].limit", equalTo(0f))
                .body("promises[0].tolerance", equalTo(72f))
                .body("owner", equalTo("PARTNER"));
    }

    @Test
    void whatWasReadCanBePutBackAndChangesNothing() {
        // Given
        acme().body(DELIVERY_BODY).put(one).then().statusCode(201);
        var shown = acme().get(one).asString();

        // When
        var answer = acme().body(shown).put(one);

        // Then
        answer.then().statusCode(200);
        assertThat(acme().get(one).asString()).isEqualTo(shown);
        acme().delete(one).then().statusCode(204);
        assertThat(published(2)).extracting(TouchpointCatalogued::revision).containsExactly(1L, 2L);
    }

    @Test
    void eachChangeIsPublishedWithARevisionThatGrows() {
        // Given
        acme().body(DELIVERY_BODY).put(one).then().statusCode(201);
        acme().body("{\"stage\":\"USAGE\",\"channels\":[\"WEB\"]}")
                .put(one)
                .then()
                .statusCode(200);
        acme().delete(one).then().statusCode(204);

        // When
        var answer = acme().body(DELIVERY_BODY).put(one);

        // Then
        answer.then().statusCode(201);
        var events = published(4);
        assertThat(events).extracting(TouchpointCatalogued::revision).containsExactly(1L, 2L, 3L, 4L);
        assertThat(events).extracting(TouchpointCatalogued::removed).containsExactly(false, false, true, false);
        assertThat(events.get(1).channels()).containsExactly("WEB");
        assertThat(events).extracting(TouchpointCatalogued::brand).containsOnly("acme");
        assertThat(events).extracting(TouchpointCatalogued::id).doesNotHaveDuplicates();
    }

    @Test
    void changesAtTheSameTimeGetARevisionEach() throws Exception {
        // Given
        List<Callable<Integer>> puts = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(
                        i -> () -> acme().body("{\"stage\":\"USAGE\",\"channels\":[\"C" + i + "\"]}")
                                .put(one)
                                .statusCode())
                .toList();

        // When
        List<Integer> statuses;
        try (var executor = Executors.newFixedThreadPool(8)) {
            statuses = executor.invokeAll(puts).stream().map(Future::resultNow).toList();
        }

        // Then
        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(published(8))
                .extracting(TouchpointCatalogued::revision)
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void aRemovedTouchpointIsGone() {
        // Given
        acme().body(DELIVERY_BODY).put(one).then().statusCode(201);

        // When
        var answer = acme().delete(one);

        // Then
        answer.then().statusCode(204);
        acme().get(one).then().statusCode(404).contentType("application/problem+json");
        acme().delete(one).then().statusCode(404);
        acme().get(ALL).then().body("items.code", not(hasItem(code)));
    }

    @Test
    void listsPageByPage() {
        // Given
        acme().body(DELIVERY_BODY).put(one + "-a").then().statusCode(201);
        acme().body(DELIVERY_BODY).put(one + "-b").then().statusCode(201);
        var first = acme().queryParam("limit", 1)
                .get(ALL)
                .then()
                .body("items", hasSize(1))
                .body("next", notNullValue());
        String next = first.extract().path("next");

        // When
        var second = acme().queryParam("limit", 1).queryParam("cursor", next).get(ALL);

        // Then
        second.then().statusCode(200).body("items", hasSize(1));
        assertThat(second.<String>path("items[0].code"))
                .isGreaterThan(first.extract().path("items[0].code"));
        acme().get(ALL).then().body("items.code", hasItem(code + "-b")).body("next", nullValue());
    }

    @Test
    void brandsDoNotSeeEachOther() {
        // Given
        acme().body(DELIVERY_BODY).put(one).then().statusCode(201);

        // When
        var answer = as(TestCredentials.OTHER).get(one);

        // Then
        answer.then().statusCode(404);
        as(TestCredentials.OTHER).get(ALL).then().body("items", empty());
        as(TestCredentials.OTHER).delete(one).then().statusCode(404);
        acme().get(one).then().statusCode(200);
    }

    @Test
    void onlyAnAdminChangesTheCatalogue() {
        // Given
        var lead = as(TestCredentials.ACME_LEAD).body(DELIVERY_BODY);

        // When
        var answer = lead.put(one);

        // Then
        answer.then().statusCode(403);
        as(TestCredentials.ACME_LEAD).get(ALL).then().statusCode(200);
        as(TestCredentials.ACME_APPLICATION).delete(one).then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"channels\":[\"WEB\"]} | 422 | /stage",
                "{\"stage\":\"USAGE\"} | 422 | /channels",
                "{\"stage\":\"USAGE\",\"channels\":[]} | 422 | /channels",
                "{\"stage\":\"USAGE\",\"channels\":[\"a b\"]} | 422 | /channels/0",
                "{\"stage\":\"USAGE\",\"channels\":[null]} | 422 | /channels/0",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"code\":\"other\"} | 422 | /code",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"promises\":[{\"measure\":\"m\",\"limit\":0,\"tolerance\":0}]} | 422 | /promises/0/tolerance",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"promises\":[{\"measure\":\"m\",\"tolerance\":1}]} | 422 | /promises/0/limit",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"promises\":[{\"measure\":\"1 m\",\"limit\":0,\"tolerance\":1}]} | 422 | /promises/0/measure",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"promises\":[null]} | 422 | /promises/0",
                "{\"stage\":\"usage\",\"channels\":[\"WEB\"]} | 400 | /stage",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"colour\":1} | 400 | /colour",
                "{\"stage\":\"USAGE\",\"channels\":[5]} | 400 | /channels/0",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"names\":{\"en\":\"a\\u0000\"}} | 400 | /names/en",
                "{\"stage\":\"USAGE\",\"stage\":\"USAGE\",\"channels\":[\"WEB\"]} | 400 | ``",
                "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"]} x | 400 | ``",
                "nonsense | 400 | ``",
            })
    void refusesABadTouchpoint(String body, int status, String pointer) {
        // Given
        var request = acme().body(body);

        // When
        var answer = request.put(one);

        // Then
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(pointer));
        acme().get(one).then().statusCode(404);
    }

    @Test
    void twoPromisesOnOneMeasureAreRefused() {
        // Given
        var promise = "{\"measure\":\"m\",\"limit\":0,\"tolerance\":1}";
        var request = acme().body(
                        "{\"stage\":\"USAGE\",\"channels\":[\"WEB\"],\"promises\":[" + promise + "," + promise + "]}");

        // When
        var answer = request.put(one);

        // Then
        answer.then().statusCode(422).body("errors[0].pointer", equalTo("/promises/1"));
    }

    @ParameterizedTest
    @CsvSource({"PUT", "GET", "DELETE"})
    void refusesACodeThatCannotBeOne(String method) {
        // Given
        var request = acme().urlEncodingEnabled(false).body(DELIVERY_BODY);

        // When
        var answer = request.request(method, ALL + "/A%00b");

        // Then
        answer.then().statusCode(422).contentType("application/problem+json");
    }

    private List<TouchpointCatalogued> published(int count) {
        return new Topic(kafka, Topics.CATALOGUE)
                .read(record -> ("acme|" + code).equals(record.key()), count).stream()
                        .map(record -> (TouchpointCatalogued) EventCodec.read(record))
                        .toList();
    }
}
