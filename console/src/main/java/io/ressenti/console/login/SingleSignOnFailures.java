package io.ressenti.console.login;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.ressenti.console.page.LocalPath;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A provider that is away, or does not stand by what it said, leads back to the login page. */
@ApplicationScoped
class SingleSignOnFailures {

    void handleThose(@Observes Router router) {
        router.route(SingleSignOnResource.PATH + "*").failureHandler(SingleSignOnFailures::toTheLoginPage);
    }

    private static void toTheLoginPage(RoutingContext context) {
        switch (context.failure()) {
            case OIDCException away -> lead(context, "away");
            case AuthenticationCompletionException notConfirmed -> lead(context, "not-confirmed");
            case null, default -> context.next();
        }
    }

    private static void lead(RoutingContext context, String reason) {
        Log.warnf("event=login.failed way=single-sign-on reason=%s", reason);
        var next = LocalPath.orHome(context.request().getParam("next")).toString();
        context.response()
                .setStatusCode(HttpResponseStatus.SEE_OTHER.code())
                .putHeader(
                        HttpHeaderNames.LOCATION,
                        "/login?error=server_error&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8))
                .end();
    }
}
