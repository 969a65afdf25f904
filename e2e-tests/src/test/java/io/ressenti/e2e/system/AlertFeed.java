package io.ressenti.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Listens to a brand's stream of alerts. */
public final class AlertFeed implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private String id;

    /** One message. */
    public record Message(String id, JsonNode data) {

        public JsonNode alert() {
            return data.get("alert");
        }
    }

    private AlertFeed() {}

    /** Opens the stream; {@code lastEventId} null: from now on. */
    public static AlertFeed open(Brand brand, String lastEventId) {
        var feed = new AlertFeed();
        var request = HttpRequest.newBuilder(brand.caller().url().resolve("/api/v1/alerts/stream"))
                .header("Authorization", "Bearer " + brand.key());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        feed.listen(request.build());
        return feed;
    }

    /** The messages so far, in their order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Waits for a message whose alert is the one that is looked for. */
    public Message awaitAlert(Predicate<JsonNode> wanted) {
        await("the alert comes over the stream").atMost(Duration.ofSeconds(30)).until(() -> messages.stream()
                .anyMatch(message -> wanted.test(message.alert())));
        return messages.stream()
                .filter(message -> wanted.test(message.alert()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void listen(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> {
                try (var lines = response.body()) {
                    lines.forEach(this::read);
                } catch (UncheckedIOException closed) {
                    // The way in which a stream ends that we close.
                    http.shutdownNow();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void read(String line) {
        if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("data:")) {
            messages.add(new Message(id, Json.read(line.substring(5).strip())));
        }
    }
}
