package io.ressenti.e2e.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * Somebody who calls the front door.
 *
 * @param key     their API key; null: they have none
 * @param headers what their requests have beside it
 */
public record Caller(URI url, String key, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Somebody without headers of their own. */
    public Caller(URI url, String key) {
        this(url, key, Map.of());
    }

    /** The same caller, whose requests have that header and no others. */
    public Caller with(String header, String value) {
        return new Caller(url, key, Map.of(header, value));
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Sends {@code body} as JSON. */
    public Reply put(String path, Object body) {
        return send(json(path).PUT(BodyPublishers.ofString(Json.write(body))));
    }

    /** Sends {@code body} as JSON. */
    public Reply post(String path, Object body) {
        return send(json(path).POST(BodyPublishers.ofString(Json.write(body))));
    }

    /** Sends {@code body} as it is, or no body where it is null. */
    public Reply call(String method, String path, String body) {
        return send(
                request(path).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::header);
        return key == null ? request : request.header("Authorization", "Bearer " + key);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer from " + request.build().uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
