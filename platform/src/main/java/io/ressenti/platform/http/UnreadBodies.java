package io.ressenti.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sees to requests that were answered before their body had come. The rest is thrown away for a while, so that a client that is
 * still sending gets to read the answer; one that goes on after that is cut off.
 */
@ApplicationScoped
class UnreadBodies {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final int EARLY = 1000;

    private final Vertx vertx;

    UnreadBodies(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Tells a client that waits for it that it may send its body. */
    static void continueIfAsked(HttpServerRequest request) {
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    private void watch(RoutingContext context) {
        context.addEndHandler(answered -> {
            if (!context.request().isEnded()) {
                discardRest(context.request());
            }
        });
        context.next();
    }

    private void discardRest(HttpServerRequest request) {
        var timer = vertx.setTimer(PATIENCE_MILLIS, late -> request.connection().close());
        request.handler(discarded -> {});
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.endHandler(end -> vertx.cancelTimer(timer));
        request.resume();
    }
}
