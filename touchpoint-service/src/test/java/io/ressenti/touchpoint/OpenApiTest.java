package io.ressenti.touchpoint;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.embedded.testing.openapi.OpenApiContract;
import io.ressenti.embedded.testing.openapi.RequestExample;
import java.net.URI;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.oneOf;

/** The API's document is right, complete, and what the service does. */
@QuarkusTest
class OpenApiTest extends ServiceTest implements OpenApiContract {

    @TestHTTPResource
    URI service;

    @Override
    public URI service() {
        return service;
    }

    @Test
    void everyExampleOfARequestIsTakenAndAnsweredAsDocumented() {
        // Given the touchpoint of the page load; the examples make the others, catalogue first; what was rejected has
        // tests of its own
        as(TestCredentials.EXAMPLES)
                .body("{\"stage\":\"DISCOVERY\",\"channels\":[\"WEB\"]}")
                .put("/api/v1/catalogue/touchpoints/page-viewed")
                .then()
                .statusCode(oneOf(200, 201));
        var document = document();
        var examples = document.requestExamples().stream()
                .filter(example -> example.operationId().matches("(put|record|merge|unmerge).*"))
                .sorted(Comparator.comparing(RequestExample::method).reversed())
                .toList();

        assertThat(examples).hasSizeGreaterThanOrEqualTo(11).allSatisfy(example -> {
            // When
            var answer = example.send(service, TestCredentials.EXAMPLES);

            // Then
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201, 202);
            assertThat(document.wrongAnswer(example, answer)).isEmpty();
        });
    }
}
