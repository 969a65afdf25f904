package io.ressenti.embedded.testing.openapi;

import io.ressenti.embedded.testing.Http1;
import io.ressenti.embedded.testing.TestCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every service's OpenAPI document; a service's {@code OpenApiTest} implements it, and adds what is its own. */
public interface OpenApiContract {

    /** Where the service under test listens. */
    URI service();

    @Test
    default void theDocumentIsOpenApi31() {
        // When
        var flaws = document().invalid();

        // Then
        assertThat(flaws).isEmpty();
    }

    @Test
    default void everyOperationSaysAllOfItself() {
        // When
        var flaws = document().incomplete();

        // Then
        assertThat(flaws).isEmpty();
    }

    @Test
    default void everyExampleIsOneOfItsSchema() {
        // When
        var flaws = document().wrongExamples();

        // Then
        assertThat(flaws).isEmpty();
    }

    /** The document that the service serves. */
    default ApiDocument document() {
        var request = HttpRequest.newBuilder(service().resolve("/q/openapi?format=json"))
                .header("Authorization", "Bearer " + TestCredentials.ACME)
                .build();
        try (var client = Http1.client()) {
            return ApiDocument.read(
                    client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
