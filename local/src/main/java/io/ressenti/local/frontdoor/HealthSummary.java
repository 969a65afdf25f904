package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Service;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/** Whether everything is ready, in the form of MicroProfile Health: a check for each service. */
final class HealthSummary {

    private static final long PATIENCE_MILLIS = 2_000;

    private final HttpClient client;
    private final Ports ports;

    HealthSummary(HttpClient client, Ports ports) {
        this.client = client;
        this.ports = ports;
    }

    /** 200 where all services are ready, 503 otherwise. */
    void answer(HttpServerRequest request) {
        var checks = Stream.of(Service.values()).map(this::check).toList();
        Future.all(checks).onSuccess(all -> send(request, all.list()));
    }

    private static void send(HttpServerRequest request, List<JsonObject> checks) {
        var up = checks.stream().allMatch(check -> "UP".equals(check.getString("status")));
        request.response()
                .setStatusCode(up ? 200 : 503)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .end(new JsonObject()
                        .put("status", word(up))
                        .put("checks", new JsonArray(checks))
                        .toBuffer());
    }

    private Future<JsonObject> check(Service service) {
        return isReady(service).otherwise(false).map(ready -> new JsonObject()
                .put("name", service.module())
                .put("status", word(ready))
                .put("data", new JsonObject().put("port", ports.of(service))));
    }

    private Future<Boolean> isReady(Service service) {
        var request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost("localhost")
                .setPort(ports.of(service))
                .setURI("/q/health/ready")
                .setTimeout(PATIENCE_MILLIS);
        return client.request(request).compose(HttpClientRequest::send).compose(response -> response.end()
                .map(response.statusCode() == 200));
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
