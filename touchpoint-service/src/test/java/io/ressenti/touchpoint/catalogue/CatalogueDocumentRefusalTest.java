package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/** Documents that are not taken, and what is said about them. */
@QuarkusTest
class CatalogueDocumentRefusalTest extends DocumentTest {

    @Test
    void everythingThatIsWrongIsListedWithItsLine() {
        // Given
        var document = """
                channels:
                  - code: WEB
                  - code: WEB
                    online: true
                partners:
                  - {code: seller-9, name: Seller 9, phone: call me}
                touchpoints:
                  - code: order-delivered
                    stage: ACCESS
                    channels: [COURIER, "a b"]
                    promises:
                      - {measure: delayHours, limit: 0, tolerance: 0}
                      - {measure: delayHours, limit: 0, tolerance: 1}
                  - stage: USAGE
                    channels: [WEB]
                """;

        // When
        var answer = admin().body(document).put(CATALOGUE);

        // Then
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        contains(
                                "/channels/0/online",
                                "/channels/1/code",
                                "/partners/0/phone",
                                "/touchpoints/0/channels/1",
                                "/touchpoints/0/promises/0/tolerance",
                                "/touchpoints/0/promises/1",
                                "/touchpoints/1/code"))
                .body("errors[0].message", endsWith(" Line 2."))
                .body("errors[3].message", endsWith(" Line 10."))
                .body("errors[6].message", endsWith(" Line 14."));
        assertThat(exported()).doesNotContain("WEB");
    }

    @Test
    void everythingThatHasAnotherFormIsListedWithItsLine() {
        // Given
        var document = """
                channels:
                  - {code: WEB, online: often, colour: red}
                  - {code: 7, online: true}
                  - WEB
                partner: []
                touchpoints:
                  - code: order-delivered
                    stage: ARRIVAL
                    stage: ACCESS
                    channels: [COURIER]
                  - {code: page-viewed, stage: USAGE, channels: [WEB], promises: [{measure: CLS, limit: .nan, tolerance: 1}]}
                """;

        // When
        var answer = admin().body(document).put(CATALOGUE);

        // Then
        answer.then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        contains(
                                "/touchpoints/0/stage",
                                "/partner",
                                "/channels/0/online",
                                "/channels/1/code",
                                "/channels/2",
                                "/touchpoints/1/promises/0/limit"))
                .body("errors[0].message", containsString("Line 9."))
                .body("errors[1].message", containsString("channels, partners, touchpoints"))
                .body("errors[3].message", containsString("Line 3."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | empty",
                "# nothing but words | empty",
                "channels: [ | not valid YAML",
                "channels: 'x | not valid YAML",
                "[] | an object",
                "channels: | a list",
                "channels: {} | a list",
                "channels: &all [] | Anchors",
                "channels: !!java.util.ArrayList [] | Anchors",
                "channels: [{code: WEB, online: true, names: {en: *all}}] | Anchors",
                "`channels: []\n---\nchannels: []` | one document",
                "a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: 1}}}}}}}}}}}}}}}}}} | nested too deeply",
            })
    void whatIsNoCatalogueIsRefusedInWords(String document, String words) {
        // Given
        var request = admin().body(document);

        // When
        var answer = request.put(CATALOGUE);

        // Then
        answer.then().statusCode(400).contentType("application/problem+json").body("detail", containsString(words));
    }

    @Test
    void aLaughingDocumentIsRefusedAtItsFirstAnchor() {
        // Given nine lines that would stand for a thousand million
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char c = 'b'; c <= 'i'; c++) {
            var alias = "*" + (char) (c - 1);
            bomb.append("%c: &%c [%s]\n".formatted(c, c, String.join(",", Collections.nCopies(10, alias))));
        }

        // When
        var answer = admin().body(bomb.toString()).put(CATALOGUE);

        // Then
        answer.then().statusCode(400).body("detail", endsWith("Line 1."));
    }

    @Test
    void oneBadEntrySpoilsTheWhole() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        var before = exported();

        // When
        var answer = admin().body("channels: []\ntouchpoints: [{code: a, stage: USAGE, channels: []}]")
                .put(CATALOGUE);

        // Then
        answer.then().statusCode(422).body("errors.pointer", hasItem("/touchpoints/0/channels"));
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void badJsonIsCalledJson() {
        // Given
        var request = admin().contentType("application/json").body("{\"channels\":[}");

        // When
        var answer = request.put(CATALOGUE);

        // Then
        answer.then()
                .statusCode(400)
                .body("detail", containsString("not valid JSON"))
                .body("errors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun", "?dryRun=", "?dryRun=yes", "?dryRun=TRUE", "?dryRun=1", "?dryrun=true"})
    void aSwitchThatIsNeitherOnNorOffIsNotTakenForOff(String query) {
        // Given
        var request = admin().body(SHOP);

        // When
        var answer = request.put(CATALOGUE + query);

        // Then
        answer.then().statusCode(422).body("detail", containsString("dryRun"));
        assertThat(exported()).doesNotContain("WEB");
    }

    @Test
    void onlyAnAdminPutsIt() {
        // Given
        var request = as(TestCredentials.ACME_LEAD).body("{\"channels\":[]}");

        // When
        var answer = request.put(CATALOGUE);

        // Then
        answer.then().statusCode(403);
        as(TestCredentials.ACME_LEAD)
                .post(CATALOGUE + "/templates/retail/apply")
                .then()
                .statusCode(403);
        as(TestCredentials.ACME_LEAD).get(CATALOGUE).then().statusCode(200);
    }

    @Test
    void anotherBrandSeesAndChangesNothingOfIt() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        var before = exported();

        // When
        var answer =
                adminOf(unique("other")).body("channels: []\ntouchpoints: []").put(CATALOGUE);

        // Then
        answer.then().statusCode(200).body("changed", equalTo(0));
        assertThat(exported()).isEqualTo(before);
    }
}
