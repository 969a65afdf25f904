package io.ressenti.notification.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** A receiver of webhooks on a real port. */
public final class WebhookReceiver implements AutoCloseable {

    /** A message as it arrived. */
    public record Arrived(String id, String timestamp, String signature, String body) {

        public JsonPath json() {
            return JsonPath.from(body);
        }
    }

    private final HttpServer server;
    private final IntUnaryOperator statusOfAttempt;
    private final CountDownLatch hanging;
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();

    private WebhookReceiver(IntUnaryOperator statusOfAttempt, CountDownLatch hanging) {
        try {
            this.statusOfAttempt = statusOfAttempt;
            this.hanging = hanging;
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/hook", this::take);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers the n-th message, from 1, with the status that {@code statusOfAttempt} gives. */
    public static WebhookReceiver answering(IntUnaryOperator statusOfAttempt) {
        return new WebhookReceiver(statusOfAttempt, new CountDownLatch(0));
    }

    /** Takes messages and never answers. */
    public static WebhookReceiver hanging() {
        return new WebhookReceiver(attempt -> 200, new CountDownLatch(1));
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/hook?of=test";
    }

    public List<Arrived> arrived() {
        return arrived;
    }

    /** What arrived about one customer. */
    public List<Arrived> about(String customer) {
        return arrived.stream()
                .filter(message -> customer.equals(message.json().getString("data.alert.customer")))
                .toList();
    }

    @Override
    public void close() {
        hanging.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrived.add(new Arrived(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body));
            hanging.await();
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(statusOfAttempt.applyAsInt(arrived.size()), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
