package io.ressenti.console.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * notification-service's stream of alerts, as it comes. A Vert.x client rather than a REST client, because its reader has to know
 * when the stream is open though nothing has come yet, and to see the comments that keep it alive.
 */
@ApplicationScoped
class AlertStream {

    /** Three keep-alives of notification-service: after so much silence the connection is dead. */
    private static final int SILENCE_SECONDS = 45;

    private static final int CONNECT_MILLIS = 3_000;
    private static final int OPEN_STREAMS = 2_000;

    private final String url;
    private final HttpClient client;

    AlertStream(Vertx vertx, @ConfigProperty(name = "quarkus.rest-client.notification.url") String url) {
        this.url = url + "/api/v1/alerts/stream";
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setIdleTimeout(SILENCE_SECONDS).setConnectTimeout(CONNECT_MILLIS),
                new PoolOptions().setHttp1MaxSize(OPEN_STREAMS));
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }

    /**
     * Opens the stream. The Uni fails where it cannot be opened; the Multi ends or fails when the stream is lost, and the
     * connection is closed when the Multi is cancelled.
     *
     * @param lastEventId where to go on from; null to start now
     */
    Uni<Multi<SseParser.Frame>> open(String bearer, String lastEventId) {
        var options = new RequestOptions()
                .setAbsoluteURI(url)
                .setMethod(HttpMethod.GET)
                .putHeader("Authorization", bearer)
                .putHeader("Accept", "text/event-stream");
        if (lastEventId != null) {
            options.putHeader("Last-Event-ID", lastEventId);
        }
        return client.request(options).flatMap(request -> request.send().map(response -> frames(request, response)));
    }

    private static Multi<SseParser.Frame> frames(HttpClientRequest request, HttpClientResponse response) {
        if (response.statusCode() != 200) {
            request.reset();
            throw new IllegalStateException("the alert stream answered " + response.statusCode());
        }
        // What comes before somebody reads would be thrown away otherwise, and a long backlog comes at once.
        response.pause();
        var parser = new SseParser();
        return response.toMulti()
                .onCancellation()
                .invoke(() -> request.reset())
                .onItem()
                .transformToMultiAndConcatenate(bytes -> Multi.createFrom().iterable(parser.feed(bytes.getBytes())));
    }
}
