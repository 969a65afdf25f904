package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Service;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/** What the front door says itself, as problems of RFC 9457, or as a page where a browser asks for one. */
final class Answers {

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String PROBLEM = "application/problem+json";
    private static final String PAGE = "text/html; charset=utf-8";

    private Answers() {}

    static void notFound(HttpServerRequest request) {
        var problem = problem(
                404,
                "not-found",
                "There is no such thing",
                "No service has this API. The APIs are described at /services/{service}/q/openapi.");
        request.response()
                .setStatusCode(404)
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM)
                .end(problem);
    }

    /** The answer in place of a service's that cannot be reached. */
    static ProxyResponse away(ProxyRequest request, Service service) {
        var wantsPage = acceptsPage(request.proxiedRequest());
        return request.release()
                .response()
                .setStatusCode(503)
                .putHeader("Retry-After", RETRY_AFTER_SECONDS)
                .putHeader(HttpHeaders.CONTENT_TYPE, wantsPage ? PAGE : PROBLEM)
                .setBody(Body.body(wantsPage ? page(service) : problem(service)));
    }

    private static boolean acceptsPage(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("text/html");
    }

    private static Buffer problem(Service service) {
        return problem(
                503,
                "unavailable",
                "The service cannot take this right now",
                service.module()
                        + " does not answer. Nothing was confirmed: send the same request again after the time in"
                        + " Retry-After.");
    }

    private static Buffer problem(int status, String kind, String title, String detail) {
        return new JsonObject()
                .put("type", "urn:ressenti:problem:" + kind)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toBuffer();
    }

    private static Buffer page(Service service) {
        return Buffer.buffer("""
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="2">
                <title>Ressenti</title>
                <body>
                <h1>One moment</h1>
                <p>The %s is starting. This page tries again by itself.</p>
                </body>
                </html>
                """.formatted(service.module()));
    }
}
