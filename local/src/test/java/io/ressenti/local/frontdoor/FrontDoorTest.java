package io.ressenti.local.frontdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ressenti.embedded.FreePorts;
import io.ressenti.embedded.testing.Http1;
import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Refusal;
import io.ressenti.local.setup.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Against real HTTP servers in the place of the services. */
class FrontDoorTest {

    private final List<HttpServer> servers = new ArrayList<>();
    private final HttpClient client = Http1.client();
    private Ports ports;
    private FrontDoor door;

    @BeforeEach
    void open() throws Exception {
        ports = freePorts();
        door = FrontDoor.open("localhost", ports);
    }

    @AfterEach
    void close() throws Exception {
        client.shutdownNow();
        door.close();
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void aRequestReachesItsServiceAsItWasSent() throws Exception {
        // Given
        serve(
                Service.SCORING,
                exchange -> answer(
                        exchange,
                        200,
                        "%s %s %s %s"
                                .formatted(
                                        exchange.getRequestMethod(),
                                        exchange.getRequestURI(),
                                        exchange.getRequestHeaders().getFirst("Authorization"),
                                        exchange.getRequestHeaders().getFirst("Host"))));

        // When
        var response = client.send(
                request("/api/v1/scores/csat?by=touchpoint&from=2018-01-01T00%3A00%3A00Z")
                        .header("Authorization", "Bearer rsk_x")
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(response.body())
                .isEqualTo("GET /api/v1/scores/csat?by=touchpoint&from=2018-01-01T00%3A00%3A00Z Bearer rsk_x localhost:"
                        + ports.frontDoor());
    }

    @Test
    void aLargeBodyPassesWhole() throws Exception {
        // Given
        serve(
                Service.TOUCHPOINT,
                exchange -> answer(
                        exchange, 202, String.valueOf(exchange.getRequestBody().readAllBytes().length)));
        var fiveMegabytes = new byte[5_000_000];

        // When
        var response = client.send(
                request("/api/v1/touchpoints/batch")
                        .POST(BodyPublishers.ofByteArray(fiveMegabytes))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEqualTo("5000000");
    }

    @Test
    void anEventArrivesWhileItsStreamGoesOnAndTheServiceNoticesWhenTheClientLeaves() throws Exception {
        // Given a stream that sends one event at once and more after that, for as long as somebody listens
        var left = new CompletableFuture<Void>();
        serve(Service.NOTIFICATION, exchange -> streamUntilLeft(exchange, left));

        // When a client reads the first event and leaves
        try (var body = client.send(request("/api/v1/alerts/stream").build(), BodyHandlers.ofInputStream())
                        .body();
                var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: 0");
        }

        // Then
        assertThat(left).succeedsWithin(60, TimeUnit.SECONDS);
    }

    @Test
    void aServiceThatIsAwayIsAnsweredFor() throws Exception {
        // Given no feedback-service

        // When
        var response = client.send(
                request("/api/v1/feedback").POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .contains("\"type\":\"urn:ressenti:problem:unavailable\"", "\"status\":503", "feedback-service");
    }

    @Test
    void aBrowserIsShownAPageThatTriesAgain() throws Exception {
        // Given no console

        // When
        var response =
                client.send(request("/").header("Accept", "text/html,*/*").build(), BodyHandlers.ofString());

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(response.body()).contains("http-equiv=\"refresh\"");
    }

    @Test
    void aServiceThatComesBackIsUsedAgain() throws Exception {
        // Given a service that was away
        assertThat(get("/api/v1/scores/nps").statusCode()).isEqualTo(503);
        serve(Service.SCORING, exchange -> answer(exchange, 200, "back"));

        // When
        var response = get("/api/v1/scores/nps");

        // Then
        assertThat(response.body()).isEqualTo("back");
    }

    @Test
    void anUnknownApiIsAProblem() throws Exception {
        var response = get("/api/v1/nothing");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("urn:ressenti:problem:not-found");
    }

    @Test
    void itsHealthIsThatOfAllServices() throws Exception {
        // Given all but the console, and a service that is not ready
        for (Service service : Service.BACKEND) {
            serve(service, exchange -> answer(exchange, service == Service.SCORING ? 503 : 200, "{}"));
        }

        // When
        var response = get("/q/health");

        // Then
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body())
                .startsWith("{\"status\":\"DOWN\"")
                .contains("{\"name\":\"touchpoint-service\",\"status\":\"UP\"")
                .contains("{\"name\":\"scoring-service\",\"status\":\"DOWN\"")
                .contains("{\"name\":\"console\",\"status\":\"DOWN\"");
    }

    @Test
    void aTakenPortIsRefusedInASentence() {
        assertThatThrownBy(() -> FrontDoor.open("localhost", ports))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--port");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + ports.frontDoor() + path));
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void serve(Service service, Handler handler) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(service)), 0);
        server.createContext("/", handler::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        servers.add(server);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void streamUntilLeft(HttpExchange exchange, CompletableFuture<Void> left) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (int i = 0; i < 1_000; i++) {
                out.write(("data: " + i + "\n\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (IOException clientIsGone) {
            left.complete(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Five ports in a row for the services, and three more. */
    private static Ports freePorts() {
        while (true) {
            var free = FreePorts.find(4);
            var ports = new Ports(free.get(0), free.get(1), free.get(2), free.get(3));
            if (ports.impossible().isEmpty() && ports.taken().isEmpty()) {
                return ports;
            }
        }
    }
}
