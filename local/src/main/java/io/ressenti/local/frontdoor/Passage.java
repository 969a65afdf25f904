package io.ressenti.local.frontdoor;

import io.ressenti.local.setup.Service;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** One request's way to a service: the service sees the path that it knows and the host that the client asked for. */
record Passage(Service service) implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        var request = context.request();
        if (Routes.of(request.getURI()) instanceof Destination.To to) {
            request.setURI(to.uri());
        }
        // The front door said 100 itself: the service's own would come in the middle of the body.
        request.headers().remove(HttpHeaders.EXPECT);
        var asked = request.proxiedRequest().authority();
        if (asked != null) {
            request.setAuthority(asked);
        }
        return context.sendRequest().recover(failure -> Future.succeededFuture(away(request, failure)));
    }

    private ProxyResponse away(ProxyRequest request, Throwable failure) {
        LOG.warnf("event=service.away service=%s reason=%s", service.module(), failure.getMessage());
        return Answers.away(request, service);
    }
}
