package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Topics;
import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.embedded.testing.KafkaBootstrapServers;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.touchpoint.Topic;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The whole catalogue as one document. */
@QuarkusTest
class CatalogueDocumentTest extends DocumentTest {

    @KafkaBootstrapServers
    String kafka;

    @Test
    void aNewBrandGetsWhatTheDocumentSays() {
        // Given
        var request = admin().body(SHOP);

        // When
        var answer = request.put(CATALOGUE);

        // Then
        answer.then()
                .statusCode(200)
                .body("dryRun", equalTo(false))
                .body("changed", equalTo(5))
                .body("channels.added", contains("COURIER", "WEB"))
                .body("partners.added", contains("seller-9"))
                .body("touchpoints.added", contains("order-delivered", "page-viewed"));
        admin().get(CATALOGUE + "/touchpoints/order-delivered")
                .then()
                .body("partner", equalTo("seller-9"))
                .body("promises[0].since", nullValue());
        admin().get(CATALOGUE + "/partners/seller-9").then().body("accountableBrand", equalTo("Seller Nine Ltda"));
    }

    @Test
    void whatIsExportedCanBeImportedAndChangesNothing() {
        // Given a history of promises as well
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        admin().body(SHOP.replace("tolerance: 72", "tolerance: 48")).put(CATALOGUE);
        var exported = exported();

        // When
        var answer = admin().body(exported).put(CATALOGUE);

        // Then
        answer.then().statusCode(200).body("changed", equalTo(0)).body("touchpoints.changed", empty());
        assertThat(exported()).isEqualTo(exported);
        assertThat(exported).contains("tolerance: 72", "tolerance: 48", "until: ", "since: ");
    }

    @Test
    void anotherBrandCanStartFromAnExport() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        admin().body(SHOP.replace("tolerance: 72", "tolerance: 48")).put(CATALOGUE);
        var exported = exported();

        // When
        var answer = adminOf(unique("heir")).body(exported).put(CATALOGUE);

        // Then
        answer.then().statusCode(200).body("changed", equalTo(5));
    }

    @Test
    void theExportIsReadableAndInTheOrderOfTheJourney() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);

        // When
        var exported = exported();

        // Then
        assertThat(exported).startsWith("# What customers meet").contains("""
                touchpoints:
                  - code: page-viewed
                    stage: DISCOVERY
                    names:
                      en: Page viewed
                    channels:
                      - WEB
                    promises:
                      - measure: CLS
                        limit: 0.1
                        tolerance: 0.15
                    owner: BRAND
                  - code: order-delivered
                """);
    }

    @Test
    void theDiffTellsWhatHasChangedFieldByField() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        var edited = SHOP.replace("fr: Livraison", "fr: Réception").replace("online: true", "online: false");

        // When
        var answer = admin().body(edited).put(CATALOGUE);

        // Then
        answer.then()
                .body("changed", equalTo(2))
                .body("channels.changed.code", contains("WEB"))
                .body("channels.changed[0].fields[0].field", equalTo("/online"))
                .body("channels.changed[0].fields[0].from", equalTo(true))
                .body("channels.changed[0].fields[0].to", equalTo(false))
                .body("touchpoints.changed[0].code", equalTo("order-delivered"))
                .body("touchpoints.changed[0].fields.field", contains("/names/fr"))
                .body("touchpoints.changed[0].fields.from", contains("Livraison"))
                .body("touchpoints.changed[0].fields.to", contains("Réception"));
    }

    @Test
    void aDryRunChangesNothing() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        var before = exported();

        // When
        var answer = admin().body("touchpoints: []\nchannels: []").put(CATALOGUE + "?dryRun=true");

        // Then
        answer.then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("changed", equalTo(4))
                .body("touchpoints.removed", contains("order-delivered", "page-viewed"))
                .body("channels.removed", contains("COURIER", "WEB"))
                .body("partners", nullValue());
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void aSectionThatIsLeftOutStaysAndPartnersAreNeverRemoved() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);

        // When
        var answer = admin().body("partners: []\nchannels: []").put(CATALOGUE);

        // Then
        answer.then().body("changed", equalTo(2));
        admin().get(CATALOGUE + "/touchpoints").then().body("items.code", contains("order-delivered", "page-viewed"));
        admin().get(CATALOGUE + "/partners").then().body("items.code", contains("seller-9"));
        admin().get(CATALOGUE + "/channels").then().body("items", empty());
    }

    @Test
    void eachTouchpointThatChangesIsPublishedAndKeptAsARevision() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        admin().body("touchpoints: []").put(CATALOGUE).then().statusCode(200);

        // When
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);

        // Then
        var key = brand + "|order-delivered";
        var events = new Topic(kafka, Topics.CATALOGUE)
                .read(record -> key.equals(record.key()), 3).stream()
                        .map(record -> (TouchpointCatalogued) EventCodec.read(record))
                        .toList();
        assertThat(events).extracting(TouchpointCatalogued::revision).containsExactly(1L, 2L, 3L);
        assertThat(events).extracting(TouchpointCatalogued::removed).containsExactly(false, true, false);
        admin().get(CATALOGUE + "/touchpoints/order-delivered/revisions")
                .then()
                .body("items.revision", contains(3, 2, 1))
                .body("items.by", contains("nina", "nina", "nina"));
    }

    @Test
    void itCanBeHadAndPutAsJson() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        var shown = admin().accept("application/json").get(CATALOGUE).asString();

        // When
        var answer = admin().contentType("application/json").body(shown).put(CATALOGUE);

        // Then
        answer.then().statusCode(200).body("changed", equalTo(0));
    }

    @Test
    void theDiffCanBeHadAsYaml() {
        // Given
        var request = admin().accept("application/yaml").body(SHOP);

        // When
        var answer = request.put(CATALOGUE + "?dryRun=true");

        // Then
        assertThat(answer.asString()).startsWith("dryRun: true\nchanged: 5\n");
    }

    @Test
    void partnersComeByTheThousand() {
        // Given
        var partners = IntStream.range(0, 10_000)
                .mapToObj("  - {code: seller-%1$d, name: Seller %1$d}\n"::formatted)
                .collect(Collectors.joining("", "partners:\n", ""));

        // When
        var answer = admin().body(partners).put(CATALOGUE);

        // Then
        answer.then().statusCode(200).body("changed", equalTo(10_000));
        admin().body(partners).put(CATALOGUE).then().body("changed", equalTo(0));
        admin().body(partners + "  - {code: one-more, name: One more}")
                .put(CATALOGUE)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/partners"));
    }

    @Test
    void eventsAreJudgedByItAtOnce() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);
        var event = delivery(unique("e"), unique("c"), "2018-01-18T22:56:59Z");

        // When
        var answer = admin().contentType("application/json").body(event).post("/api/v1/touchpoints");

        // Then
        answer.then().statusCode(202);
    }
}
