package io.ressenti.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Listens to {@code GET /api/v1/alerts/stream} as a lead's page does, and resumes where it was cut off. */
final class AlertStream implements AutoCloseable {

    private static final Duration REOPEN_AFTER = Duration.ofMillis(200);

    private final URI uri;
    private final String key;
    private final Consumer<JsonNode> listener;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch connected = new CountDownLatch(1);
    private final Thread reader;
    private volatile boolean closed;
    private volatile Exception lastFailure;
    private String lastEventId;

    /** @param listener gets each message's data at once, on the thread that reads */
    AlertStream(URI url, String key, Consumer<JsonNode> listener) {
        this.uri = url.resolve("/api/v1/alerts/stream");
        this.key = key;
        this.listener = listener;
        this.reader = Thread.ofPlatform().name("alert-stream").daemon().start(this::read);
    }

    /** @throws ClientException where the stream does not open within ten seconds */
    void awaitConnected() {
        try {
            if (!connected.await(10, TimeUnit.SECONDS)) {
                throw new ClientException(
                        "The stream of alerts at %s does not open; is Ressenti up, and may the key read alerts?"
                                .formatted(uri),
                        lastFailure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        http.shutdownNow();
        reader.interrupt();
    }

    private void read() {
        while (!closed) {
            readUntilCutOff();
            try {
                Thread.sleep(REOPEN_AFTER);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void readUntilCutOff() {
        try {
            var response = http.send(request(), BodyHandlers.ofLines());
            try (var lines = response.body()) {
                if (response.statusCode() == 200) {
                    connected.countDown();
                    lines.forEach(this::readLine);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            lastFailure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request() {
        var request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return request.build();
    }

    /** Our services write each message's data on one line. */
    private void readLine(String line) {
        if (line.startsWith("id:")) {
            lastEventId = line.substring("id:".length()).strip();
        } else if (line.startsWith("data:")) {
            var data = line.substring("data:".length()).strip();
            listener.accept(Json.read(data.getBytes(StandardCharsets.UTF_8), JsonNode.class));
        }
    }
}
