package io.ressenti.e2e.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** What the system talks to: a collector of spans (OTLP over HTTP), and receivers of webhooks. */
public final class Outside implements AutoCloseable {

    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** A span, and the service that it comes from. */
    public record Span(String trace, String service, String name) {

        @Override
        public String toString() {
            return service + ": " + name;
        }
    }

    private Outside(HttpServer server) {
        this.server = server;
    }

    /** Opens both. */
    public static Outside open() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var outside = new Outside(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/traces", outside::takeSpans);
            server.createContext("/hook", outside::takeWebhook);
            server.createContext("/broken", Outside::quote);
            server.start();
            return outside;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where spans go to. */
    public String collector() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Where webhooks go to. */
    public String webhook() {
        return collector() + "/hook";
    }

    /** Where webhooks go wrong, and what was sent is sent back. */
    public String brokenWebhook() {
        return collector() + "/broken";
    }

    /** The spans of {@code trace} so far. */
    public List<Span> spans(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void takeSpans(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
                    .flatMap(Outside::spans)
                    .forEach(spans::add);
            var answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private void takeWebhook(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void quote(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Stream<Span> spans(ResourceSpans ofService) {
        var service = nameOf(ofService.getResource());
        return ofService.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span ->
                        new Span(HexFormat.of().formatHex(span.getTraceId().toByteArray()), service, span.getName()));
    }

    private static String nameOf(Resource resource) {
        return resource.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElseThrow();
    }
}
