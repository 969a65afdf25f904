package io.ressenti.platform.security;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.ressenti.credentials.ApiKey;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Recognises an API key in {@code Authorization: Bearer rsk_…}; leaves every other token to those who understand it. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;

    ApiKeyMechanism(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        var header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (header == null || !isKey(header)) {
            return Uni.createFrom().nullItem();
        }
        return keys.find(header.substring(BEARER.length()))
                .map(key -> Uni.createFrom().item(identity(key)))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("unknown API key")));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(
                        HttpResponseStatus.UNAUTHORIZED.code(), HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 1;
    }

    /** The scheme's name is case-insensitive (RFC 9110, section 11.1). */
    private static boolean isKey(String header) {
        return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && header.startsWith(ApiKey.PREFIX, BEARER.length());
    }

    private static SecurityIdentity identity(ApiKey key) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(key.name()))
                .addRoles(key.roles())
                .addAttribute(Caller.BRAND, key.brand())
                .build();
    }
}
