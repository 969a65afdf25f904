package io.ressenti.console.support;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Answers as the services would, over real HTTP, with what {@link RecordedBrand} holds for the brand of the caller's token. The
 * tests steer it over HTTP too ({@code /control/…}), because it lives outside of the application under test. The real services
 * are behind the console in the e2e-tests.
 */
public final class ServicesStandIn implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, RecordedBrand> brands = new HashMap<>();
    private final Map<String, List<HttpServerResponse>> streams = new HashMap<>();
    private final Map<String, List<String>> told = new HashMap<>();
    private String away = "";
    private int port;

    /** Starts on a free port. */
    public ServicesStandIn start() throws Exception {
        reset();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(this::route)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
        port = server.actualPort();
        return this;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    private void reset() {
        brands.put("acme", RecordedBrand.acme());
        brands.put("other", RecordedBrand.other());
        brands.put("calm", RecordedBrand.calm());
        told.clear();
        away = "";
    }

    private void route(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            if (request.path().startsWith("/control/")) {
                control(request, body.toString());
                return;
            }
            if (!away.isEmpty() && request.path().matches(away)) {
                request.response().setStatusCode(503).end();
                return;
            }
            var claims = claims(request);
            if (claims == null) {
                request.response().setStatusCode(401).end();
            } else {
                answer(request, claims, body.toString());
            }
        });
    }

    private void control(HttpServerRequest request, String body) {
        switch (request.path()) {
            case "/control/reset" -> reset();
            case "/control/away" -> away = request.getParam("path");
            case "/control/drop" ->
                streams.values().forEach(open -> List.copyOf(open).forEach(response -> response.end()));
            case "/control/say" -> say(request.getParam("brand"), body);
            case "/control/tell" -> tell(request.getParam("brand"), new JsonObject(body));
            default -> request.response().setStatusCode(404);
        }
        request.response().end();
    }

    private void tell(String brand, JsonObject told) {
        brands.get(brand).put(told.getJsonObject("alert"));
        say(brand, "event: alert\ndata: " + told.encode());
    }

    private void say(String brand, String event) {
        var log = this.told.computeIfAbsent(brand, none -> new ArrayList<>());
        log.add(event);
        streams.getOrDefault(brand, List.of()).forEach(response -> response.write(frame(log, log.size())));
    }

    private static String frame(List<String> log, int seq) {
        return "id: " + seq + "\n" + log.get(seq - 1) + "\n\n";
    }

    private void answer(HttpServerRequest request, JsonObject claims, String body) {
        var brand = brands.get(claims.getString("brand"));
        var path = request.path().substring("/api/v1".length());
        var parts = path.substring(1).split("/");
        if (path.equals("/alerts/stream")) {
            stream(request, claims.getString("brand"));
        } else if (!claims.getJsonArray("groups").contains("lead") && path.startsWith("/alerts")) {
            request.response().setStatusCode(403).end();
        } else if (path.equals("/alerts")) {
            json(request, 200, brand.alerts("RESOLVED".equals(request.getParam("state"))));
        } else if (parts[0].equals("alerts") && parts.length == 2) {
            found(request, brand.alert(parts[1]));
        } else if (parts[0].equals("alerts")) {
            var text = body.isEmpty() ? new JsonObject() : new JsonObject(body);
            act(request, brand, parts[1], parts[2], text, claims.getString("upn"));
        } else if (path.endsWith("/journey")) {
            found(request, brand.journey(parts[1], request::getParam));
        } else if (path.endsWith("/score")) {
            found(request, brand.score(parts[1]));
        } else if (parts[0].equals("catalogue")) {
            json(request, 200, brand.catalogue(parts[1], request::getParam));
        } else if (parts[0].equals("scores")) {
            json(request, 200, brand.scores(parts[1]));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void act(
            HttpServerRequest request, RecordedBrand brand, String id, String action, JsonObject body, String by) {
        var alert = brand.alert(id);
        if (alert == null) {
            request.response().setStatusCode(404).end();
        } else if (!brand.act(alert, action, body, by)) {
            json(request, 409, new JsonObject().put("type", "urn:ressenti:problem:conflict"));
        } else {
            json(request, 200, alert);
        }
    }

    private void stream(HttpServerRequest request, String brand) {
        var response = request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        var log = told.computeIfAbsent(brand, none -> new ArrayList<>());
        var last = request.getHeader("Last-Event-ID");
        response.write(": here\n\n");
        for (int seq = last == null ? log.size() + 1 : Integer.parseInt(last) + 1; seq <= log.size(); seq++) {
            response.write(frame(log, seq));
        }
        var open = streams.computeIfAbsent(brand, none -> new ArrayList<>());
        open.add(response);
        response.endHandler(ended -> open.remove(response)).closeHandler(closed -> open.remove(response));
    }

    private static void found(HttpServerRequest request, JsonObject answer) {
        if (answer == null) {
            request.response().setStatusCode(404).end();
        } else {
            json(request, 200, answer);
        }
    }

    private static void json(HttpServerRequest request, int status, JsonObject answer) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", status < 400 ? "application/json" : "application/problem+json")
                .end(answer.encode());
    }

    /** The claims of the bearer token; null without one. The signature is the services' business, not the stand-in's. */
    private static JsonObject claims(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            return null;
        }
        var payload = header.substring("Bearer ".length()).split("\\.")[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload)));
    }

    static JsonArray array(Object... items) {
        return new JsonArray(new ArrayList<>(List.of(items)));
    }
}
