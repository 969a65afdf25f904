package io.ressenti.platform.openapi;

import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.platform.PlatformTest;
import io.restassured.path.json.JsonPath;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What every operation's description gets without a word of its own. */
@PlatformTest
class ApiConventionsTest {

    @Test
    void anOperationWithABodyCanBeAnsweredWithEachOfTheProblems() {
        // When
        var answers = document().getMap("paths.'/echo'.post.responses");

        // Then
        assertThat(answers.keySet()).containsExactlyInAnyOrder("200", "400", "401", "403", "413", "415", "422", "503");
        assertThat(answers.get("401")).hasToString("{$ref=#/components/responses/Unauthorized}");
    }

    @Test
    void anOperationWithoutABodyIsNeverToldOfOne() {
        // When
        var answers = document().getMap("paths.'/echo/caller'.get.responses");

        // Then
        assertThat(answers.keySet()).isEqualTo(Set.of("200", "401", "403", "422", "503"));
    }

    @Test
    void anExampleOfAProblemIsTheRealOne() {
        // Given what a caller without credentials is told
        var real = given().get("/echo/caller").jsonPath().getMap("");

        // When
        var example = document()
                .getMap(
                        "components.responses.Unauthorized.content.'application/problem+json'.examples.unauthorized.value");

        // Then
        assertThat(example).isEqualTo(real);
    }

    @Test
    void whatIsOptionalInARequestMayBeNullAndATimeIsJustATime() {
        // When
        var at = document().getMap("components.schemas.Message.properties.at");

        // Then
        assertThat(at).containsEntry("format", "date-time").doesNotContainKey("$ref");
        assertThat(at.get("type")).hasToString("[string, null]");
    }

    @Test
    void jsonIsTheFirstOfSeveralFormats() {
        // When
        var formats = document().getMap("paths.'/echo/formats'.post.requestBody.content");

        // Then
        assertThat(formats.keySet()).containsExactly("application/json", "application/x-ndjson");
    }

    private static JsonPath document() {
        return given().auth()
                .oauth2(TestCredentials.ACME)
                .queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath();
    }
}
