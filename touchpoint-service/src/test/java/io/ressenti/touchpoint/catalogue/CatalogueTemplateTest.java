package io.ressenti.touchpoint.catalogue;

import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.contracts.Stage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;

/** What a new brand can start from. */
@QuarkusTest
class CatalogueTemplateTest extends DocumentTest {

    private static final String TEMPLATES = CATALOGUE + "/templates";

    @Test
    void theTemplatesAreListedInBothLanguages() {
        // Given
        var request = admin();

        // When
        var answer = request.get(TEMPLATES);

        // Then
        answer.then()
                .statusCode(200)
                .body("items.name", contains("retail", "museum", "subscription"))
                .body("items.names", everyItem(hasKey("fr")))
                .body("items.description", everyItem(hasKey("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retail", "museum", "subscription"})
    void aBrandStartsFromATemplate(String name) {
        // Given
        var request = admin();

        // When
        var answer = request.post(TEMPLATES + "/" + name + "/apply");

        // Then
        answer.then().statusCode(200).body("touchpoints.added", hasItem("page-viewed"));
        var touchpoints = admin().get(CATALOGUE + "/touchpoints").jsonPath();
        assertThat(touchpoints.<String>getList("items.stage").stream().map(Stage::valueOf))
                .containsAll(Arrays.asList(Stage.values()));
        assertThat(new HashSet<>(admin().get(CATALOGUE + "/channels").jsonPath().<Boolean>getList("items.online")))
                .containsExactlyInAnyOrder(true, false);
        assertThat(new HashSet<>(touchpoints.<List<String>>getList("items.channels"))
                        .stream().flatMap(List::stream).toList())
                .isSubsetOf(admin().get(CATALOGUE + "/channels").jsonPath().<String>getList("items.code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retail", "museum", "subscription"})
    void aTemplatesDocumentPutChangesNothingWhereItIsApplied(String name) {
        // Given
        admin().post(TEMPLATES + "/" + name + "/apply").then().statusCode(200);
        var document = admin().get(TEMPLATES + "/" + name).asString();

        // When
        var answer = admin().body(document).put(CATALOGUE);

        // Then
        answer.then().statusCode(200).body("changed", equalTo(0));
    }

    @Test
    void pagesPromiseTheWebVitals() {
        // Given
        admin().post(TEMPLATES + "/retail/apply").then().statusCode(200);

        // When
        var answer = admin().get(CATALOGUE + "/touchpoints/page-viewed");

        // Then
        answer.then()
                .body("promises.measure", contains("LCP", "INP", "CLS", "TTFB"))
                .body("promises.limit", contains(2500f, 200f, 0.1f, 800f))
                .body("promises.tolerance", contains(1500f, 300f, 0.15f, 1000f))
                .body("promises.unit", contains("ms", "ms", null, "ms"))
                .body("promises.told", everyItem(hasKey("fr")));
    }

    @Test
    void aCatalogueThatIsNotEmptyIsNotOverwritten() {
        // Given
        admin().body(SHOP).put(CATALOGUE).then().statusCode(200);

        // When
        var answer = admin().post(TEMPLATES + "/museum/apply");

        // Then
        answer.then().statusCode(409).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank", "index", "..%2Ftemplates%2Fretail"})
    void anUnknownTemplateIsNotFound(String name) {
        // Given
        var request = admin().urlEncodingEnabled(false);

        // When
        var answer = request.get(TEMPLATES + "/" + name);

        // Then
        answer.then().statusCode(404).contentType("application/problem+json");
    }
}
