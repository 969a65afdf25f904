package io.ressenti.console.session;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Recognises a lead by the session's cookie, and sends everybody else to the login page. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    private static final String TOKEN_TYPE = "session";
    private static final String LOGIN = "/login";

    /** As application.properties calls it. */
    private static final String SCHEME = "session";

    private final SessionTokens tokens;

    SessionMechanism(SessionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var cookie = context.request().getCookie(SessionCookie.NAME);
        if (cookie == null) {
            return Uni.createFrom().nullItem();
        }
        try {
            var token = tokens.read(cookie.getValue());
            return Uni.createFrom().item(identity(token));
        } catch (ParseException expiredOrForeign) {
            // As good as no cookie: the challenge below leads to the login page.
            return Uni.createFrom().nullItem();
        }
    }

    /** A page's reader goes to the login page; a script is told 401, and htmx follows its own header. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        var request = context.request();
        if (request.getHeader("HX-Request") != null) {
            return challenge(HttpResponseStatus.UNAUTHORIZED, "HX-Redirect", LOGIN);
        }
        var accept = request.getHeader(HttpHeaderNames.ACCEPT);
        if (accept != null && accept.contains("text/event-stream")) {
            return challenge(HttpResponseStatus.UNAUTHORIZED, HttpHeaderNames.WWW_AUTHENTICATE, "Cookie");
        }
        var next =
                request.path().equals("/") ? "" : "?next=" + URLEncoder.encode(request.path(), StandardCharsets.UTF_8);
        return challenge(HttpResponseStatus.SEE_OTHER, HttpHeaderNames.LOCATION, LOGIN + next);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SessionCookie.NAME, SCHEME));
    }

    private static Uni<ChallengeData> challenge(HttpResponseStatus status, CharSequence header, String value) {
        return Uni.createFrom().item(new ChallengeData(status.code(), header, value));
    }

    private static SecurityIdentity identity(JsonWebToken token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(token.getGroups())
                .addCredential(new TokenCredential(token.getRawToken(), TOKEN_TYPE))
                .build();
    }
}
