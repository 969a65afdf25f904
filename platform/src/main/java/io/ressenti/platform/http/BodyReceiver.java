package io.ressenti.platform.http;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;

/** Collects a body, as long as it is neither too large nor too slow. All on the request's event loop. */
final class BodyReceiver {

    private final HttpServerRequest request;
    private final Vertx vertx;
    private final UniEmitter<? super byte[]> emitter;
    private Buffer content;
    private long timer;

    BodyReceiver(HttpServerRequest request, Vertx vertx, UniEmitter<? super byte[]> emitter) {
        this.request = request;
        this.vertx = vertx;
        this.emitter = emitter;
    }

    void start(Duration timeout) {
        if (request.isEnded()) {
            end();
            return;
        }
        timer = vertx.setTimer(timeout.toMillis(), late -> fail(BodyProblems.tooSlow()));
        request.handler(this::add);
        request.endHandler(end -> end());
        request.exceptionHandler(failure -> fail(new ClientGoneException(failure)));
        UnreadBodies.continueIfAsked(request);
        request.resume();
    }

    private void add(Buffer chunk) {
        content = content == null ? chunk : content.appendBuffer(chunk);
        if (content.length() > LimitedBodies.LIMIT_BYTES) {
            fail(BodyProblems.tooLarge());
        }
    }

    private void end() {
        vertx.cancelTimer(timer);
        emitter.complete(content == null ? new byte[0] : content.getBytes());
    }

    private void fail(Throwable failure) {
        vertx.cancelTimer(timer);
        content = null;
        request.handler(null);
        request.endHandler(null);
        request.exceptionHandler(ignored -> {});
        request.pause();
        emitter.fail(failure);
    }
}
