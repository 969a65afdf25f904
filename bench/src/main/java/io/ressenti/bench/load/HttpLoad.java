package io.ressenti.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;

/** Sends requests over connections that stay open, all on one event loop: what it costs is the same for all that it loads. */
public final class HttpLoad implements AutoCloseable {

    private final Vertx vertx;
    private final Context context;
    private final HttpClient client;

    /** @param connections how many at most, to each server */
    public HttpLoad(int connections) {
        vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        context = vertx.getOrCreateContext();
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(600),
                new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(-1));
    }

    /** Runs {@code action} on the event loop. */
    public void execute(Runnable action) {
        context.runOnContext(ignored -> action.run());
    }

    /** Runs {@code action} on the event loop after so many milliseconds. */
    public void later(long millis, Runnable action) {
        vertx.setTimer(millis, ignored -> execute(action));
    }

    /** Posts a body; gives the status once the whole answer is there. */
    public Future<Integer> post(Target target, Buffer body) {
        return send(HttpMethod.POST, target, body);
    }

    /** Asks for a resource; gives the status once the whole answer is there. */
    public Future<Integer> get(Target target) {
        return send(HttpMethod.GET, target, Buffer.buffer());
    }

    private Future<Integer> send(HttpMethod method, Target target, Buffer body) {
        return client.request(method, target.port(), "localhost", target.path())
                .compose(request -> send(request, target, body))
                .compose(response -> response.body().map(ignored -> response.statusCode()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Future<HttpClientResponse> send(HttpClientRequest request, Target target, Buffer body) {
        target.headers().forEach(request::putHeader);
        return request.send(body);
    }
}
