package io.ressenti.embedded.testing.openapi;

import io.ressenti.embedded.testing.Http1;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * An example of a request, ready to be sent.
 *
 * @param path with the parameters' examples filled in
 * @param name the example's name in the document
 */
public record RequestExample(
        String operationId, String method, String path, String mediaType, String name, String body) {

    /**
     * Sends it.
     *
     * @param service where the service listens
     * @param key     the caller's API key
     */
    public HttpResponse<String> send(URI service, String key) {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", mediaType)
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (var client = Http1.client()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public String toString() {
        return operationId + " " + mediaType + " \"" + name + "\"";
    }
}
