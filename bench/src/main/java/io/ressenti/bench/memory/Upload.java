package io.ressenti.bench.memory;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.bench.load.EventStream;
import io.ressenti.bench.load.Events;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** One request with very many events, an event a line. */
final class Upload implements AutoCloseable {

    private static final int ACCEPTED = 202;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Scratch scratch;
    private final Events events;

    Upload(Scratch scratch, Events events) {
        this.scratch = scratch;
        this.events = events;
    }

    /**
     * Sends so many events in one request.
     *
     * @throws ClientException where not all of them are taken in
     */
    void send(long count) {
        var request = HttpRequest.newBuilder(scratch.url().resolve("/api/v1/touchpoints/batch"))
                .header("Authorization", "Bearer " + scratch.key())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> new EventStream(events, count)))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            var accepted =
                    Json.read(response.body(), JsonNode.class).path("accepted").asLong();
            if (response.statusCode() != ACCEPTED || accepted != count) {
                throw new ClientException("Of an upload of %,d events %,d were taken in (%d)."
                        .formatted(count, accepted, response.statusCode()));
            }
        } catch (IOException e) {
            throw new ClientException("An upload breaks off.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
