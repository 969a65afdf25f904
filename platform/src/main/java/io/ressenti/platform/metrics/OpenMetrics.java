package io.ressenti.platform.metrics;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives OpenMetrics to who prefers it, for it alone has exemplars. Prometheus names it first and the plain format after it; Quarkus gives
 * the plain one to whoever names that at all.
 */
@ApplicationScoped
class OpenMetrics {

    /** {@code quarkus.micrometer.export.prometheus.path}, which is fixed when a service is built. */
    private static final String PATH = "/q/metrics";

    private static final String SUBTYPE = "openmetrics-text";
    private static final int BEFORE_ROUTES = 100;

    void register(@Observes Filters filters) {
        filters.register(OpenMetrics::prefer, BEFORE_ROUTES);
    }

    private static void prefer(RoutingContext context) {
        if (context.normalizedPath().equals(PATH)) {
            var accepted = context.parsedHeaders().accept();
            if (!accepted.isEmpty() && SUBTYPE.equals(accepted.getFirst().subComponent())) {
                context.request().headers().set(HttpHeaders.ACCEPT, "application/" + SUBTYPE);
            }
        }
        context.next();
    }
}
