package io.ressenti.platform.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sends clients elsewhere once this instance is told to end. For {@code quarkus.shutdown.delay} it goes on answering, and asks for a new
 * connection for what comes next: whoever kept the old one would find it closed, or be refused. (Quarkus does so itself from 3.32 on.)
 */
@ApplicationScoped
class Farewell {

    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;

    private volatile boolean leaving;

    void leave(@Observes ShutdownDelayInitiatedEvent told) {
        leaving = true;
    }

    void register(@Observes Filters filters) {
        filters.register(this::sendElsewhere, BEFORE_ALL_OTHERS);
    }

    private void sendElsewhere(RoutingContext context) {
        if (leaving) {
            endAfterThis(context.request());
        }
        context.next();
    }

    private static void endAfterThis(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.connection().shutdown();
        } else {
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
