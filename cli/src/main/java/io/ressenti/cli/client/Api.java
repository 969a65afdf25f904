package io.ressenti.cli.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The public API of one Ressenti. A request that a service cannot take now is sent again, with the patience of the
 * {@link RetryPolicy}; all requests are idempotent, so that is safe. Calls block: use virtual threads for many at once.
 */
public final class Api implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI url;
    private final String key;
    private final RetryPolicy retries;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param url where Ressenti answers, without a path
     * @param key the API key
     */
    public Api(URI url, String key, RetryPolicy retries) {
        this.url = url;
        this.key = key;
        this.retries = retries;
    }

    /** Reads a resource. */
    public Reply get(String path) {
        return untilAnswered(request(path).GET().build());
    }

    /** Creates or replaces a resource. */
    public Reply put(String path, Object body) {
        return untilAnswered(
                json(path).PUT(BodyPublishers.ofByteArray(Json.write(body))).build());
    }

    /** Sends something new. */
    public Reply post(String path, Object body) {
        return untilAnswered(
                json(path).POST(BodyPublishers.ofByteArray(Json.write(body))).build());
    }

    @Override
    public void close() {
        // Not close(): it would wait for requests that nobody waits for any more.
        http.shutdownNow();
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(TIMEOUT).header("Authorization", "Bearer " + key);
    }

    private Reply untilAnswered(HttpRequest request) {
        var deadline = Instant.now().plus(retries.patience());
        for (int failures = 1; ; failures++) {
            Duration asked = null;
            String trouble;
            Exception cause = null;
            try {
                var response = http.send(request, BodyHandlers.ofByteArray());
                if (!RetryPolicy.isTransient(response.statusCode())) {
                    return understood(response);
                }
                asked = retryAfter(response);
                trouble = "answers " + response.statusCode();
            } catch (IOException e) {
                cause = e;
                trouble = "does not answer";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClientException("It was interrupted.", e);
            }
            var wait = retries.waitAfter(
                    failures, asked, ThreadLocalRandom.current().nextDouble());
            if (Instant.now().plus(wait).isAfter(deadline)) {
                throw new ClientException(
                        "%s %s; start it with ./ressenti up, or name another with --url.".formatted(url, trouble),
                        cause);
            }
            Pause.of(wait);
        }
    }

    private Reply understood(HttpResponse<byte[]> response) {
        return switch (response.statusCode()) {
            case 401 ->
                throw new ClientException(
                        "The API key was refused; pass the one that ./ressenti up printed with --key.");
            case 403 ->
                throw new ClientException(
                        "The API key may not do this: events need the roles application and admin, scores operator.");
            default -> new Reply(response.statusCode(), response.body());
        };
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        // The header may hold a date as well; our services send seconds, and for others our own wait is good enough.
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }
}
