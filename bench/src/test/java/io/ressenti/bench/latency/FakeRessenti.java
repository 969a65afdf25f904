package io.ressenti.bench.latency;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/** A real HTTP server that takes events and puts an alert for each on the stream, unless told to lose it. */
final class FakeRessenti implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> alerts = new LinkedBlockingQueue<>();
    private final Predicate<String> alerting;

    FakeRessenti(Predicate<String> alerting) throws IOException {
        this.alerting = alerting;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/api/v1/catalogue", exchange -> answer(exchange, 201));
        server.createContext("/api/v1/touchpoints", this::take);
        server.createContext("/api/v1/feedback", this::take);
        server.createContext("/api/v1/alerts/stream", this::stream);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        executor.shutdownNow();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        var customer = new ObjectMapper()
                .readTree(exchange.getRequestBody())
                .get("customer")
                .asText();
        answer(exchange, 202);
        if (alerting.test(customer)) {
            alerts.add(customer);
        }
    }

    private void stream(HttpExchange exchange) {
        try (exchange) {
            exchange.sendResponseHeaders(200, 0);
            var body = exchange.getResponseBody();
            body.write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
            body.flush();
            for (int id = 1; ; id++) {
                var customer = alerts.take();
                // Each customer has two alerts; only the one about the signal counts.
                body.write(message(id, "customer-at-risk", customer));
                body.write(message(id, "dissatisfied-signal", customer));
                body.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] message(int id, String rule, String customer) {
        return "id: %d\nevent: alert\ndata: {\"change\":\"OPENED\",\"alert\":{\"rule\":\"%s\",\"customer\":\"%s\"}}\n\n"
                .formatted(id, rule, customer)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
