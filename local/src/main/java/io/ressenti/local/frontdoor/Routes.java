package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Service;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which path: the same rules as an Ingress's in a cluster. */
final class Routes {

    private static final String API = "/api/v1/";

    /** By the first segment behind {@code /api/v1/}. */
    private static final Map<String, Service> BY_RESOURCE = Map.of(
            "touchpoints", Service.TOUCHPOINT,
            "catalogue", Service.TOUCHPOINT,
            "rejected", Service.TOUCHPOINT,
            "journeys", Service.TOUCHPOINT,
            "journey-retention", Service.TOUCHPOINT,
            "feedback", Service.FEEDBACK,
            "scores", Service.SCORING,
            "alerts", Service.NOTIFICATION,
            "receivers", Service.NOTIFICATION,
            "rules", Service.NOTIFICATION);

    /** What is asked or said about one customer: by what follows the identifier; nothing where the customer is erased. */
    private static final Map<String, Service> BY_VIEW_OF_CUSTOMER = Map.of(
            "", Service.TOUCHPOINT,
            "/merge", Service.TOUCHPOINT,
            "/unmerge", Service.TOUCHPOINT,
            "/journey", Service.TOUCHPOINT,
            "/journeys", Service.TOUCHPOINT,
            "/score", Service.SCORING);

    private static final Pattern CUSTOMER = Pattern.compile("customers/[^/]+(|/[^/]+)");
    private static final Pattern OPENAPI = Pattern.compile("/services/([^/]+)(/q/openapi)");

    private Routes() {}

    /** Where a request for {@code uri} (path and query, as sent) goes. */
    static Destination of(String uri) {
        var query = uri.indexOf('?');
        var path = query < 0 ? uri : uri.substring(0, query);
        if (path.equals("/q/health") || path.startsWith("/q/health/")) {
            return new Destination.Health();
        }
        if (path.equals("/api") || path.startsWith("/api/")) {
            return api(path)
                    .<Destination>map(service -> new Destination.To(service, uri))
                    .orElseGet(Destination.Unknown::new);
        }
        return openApi(path, uri).orElseGet(() -> new Destination.To(Service.CONSOLE, uri));
    }

    private static Optional<Service> api(String path) {
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        var resource = path.substring(API.length());
        var customer = CUSTOMER.matcher(resource);
        if (customer.matches()) {
            return Optional.ofNullable(BY_VIEW_OF_CUSTOMER.get(customer.group(1)));
        }
        var slash = resource.indexOf('/');
        return Optional.ofNullable(BY_RESOURCE.get(slash < 0 ? resource : resource.substring(0, slash)));
    }

    private static Optional<Destination> openApi(String path, String uri) {
        var openApi = OPENAPI.matcher(path);
        if (!openApi.matches()) {
            return Optional.empty();
        }
        return Service.named(openApi.group(1))
                .filter(Service.BACKEND::contains)
                .map(service -> new Destination.To(service, openApi.group(2) + uri.substring(path.length())));
    }
}
