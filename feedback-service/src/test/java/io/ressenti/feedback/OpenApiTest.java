package io.ressenti.feedback;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.ressenti.embedded.testing.TestCredentials;
import io.ressenti.embedded.testing.openapi.OpenApiContract;
import java.net.URI;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
        // Given
        var document = document();

        assertThat(document.requestExamples()).hasSize(6).allSatisfy(example -> {
            // When
            var answer = example.send(service, TestCredentials.ACME);

            // Then
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
            assertThat(document.wrongAnswer(example, answer)).isEmpty();
        });
    }
}
