package io.ressenti.notification.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.embedded.testing.Http1;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads the alert stream as a browser would. Close it to leave. */
public final class SseClient implements AutoCloseable {

    /** An event of the stream. */
    public record Event(long id, String name, JsonNode data) {

        public String change() {
            return data.get("change").asText();
        }

        public JsonNode alert() {
            return data.get("alert");
        }

        public String customer() {
            return alert().get("customer").asText();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = Http1.client();
    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> ended;
    private String id;
    private String name;

    private SseClient(HttpRequest request) throws IOException, InterruptedException {
        response = client.send(request, HttpResponse.BodyHandlers.ofLines());
        ended = CompletableFuture.runAsync(() -> response.body().forEach(this::line), Thread::startVirtualThread);
    }

    /** Connects; {@code lastEventId} may be null. Returns once the stream has begun. */
    public static SseClient connect(String key, Long lastEventId) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/alerts/stream"))
                .header("Authorization", "Bearer " + key);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId.toString());
        }
        try {
            var sse = new SseClient(request.build());
            AlertsApi.await(() -> sse.comments.isEmpty() ? null : true);
            return sse;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<Stream<String>> response() {
        return response;
    }

    public List<Event> events() {
        return events;
    }

    public List<String> comments() {
        return comments;
    }

    /** What it was told about one customer. */
    public List<Event> eventsOf(String customer) {
        return events.stream()
                .filter(event -> customer.equals(event.customer()))
                .toList();
    }

    /** Waits until it was told that many things about one customer. */
    public List<Event> awaitEventsOf(String customer, int count) {
        return AlertsApi.await(() -> eventsOf(customer).size() < count ? null : eventsOf(customer));
    }

    public boolean hasEnded() {
        return ended.isDone();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void line(String line) {
        if (line.startsWith(":")) {
            comments.add(line.substring(1).strip());
        } else if (line.startsWith("id:")) {
            id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
            name = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
            events.add(new Event(Long.parseLong(id), name, json(line.substring(5))));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stream sent data that is not JSON", e);
        }
    }
}
