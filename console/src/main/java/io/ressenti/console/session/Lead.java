package io.ressenti.console.session;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is looking.
 *
 * @param name        what they log in with; what alerts are assigned to
 * @param displayName what they are called
 * @param brand       whom they work for; decides what is cached for whom
 * @param bearer      the Authorization header that the services know them by
 */
public record Lead(String name, String displayName, String brand, String bearer) {

    /** The lead behind an authenticated request; null for somebody who has no session of ours, whoever else has let them in. */
    public static Lead of(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)
                || !SessionTokens.ISSUER.equals(token.getIssuer())) {
            return null;
        }
        String displayName = token.getClaim(SessionTokens.DISPLAY_NAME);
        var bearer = identity.getCredential(TokenCredential.class).getToken();
        return new Lead(
                token.getName(),
                displayName == null ? token.getName() : displayName,
                token.getClaim(SessionTokens.BRAND),
                "Bearer " + bearer);
    }
}
