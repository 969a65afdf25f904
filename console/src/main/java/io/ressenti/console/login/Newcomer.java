package io.ressenti.console.login;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.ressenti.console.session.Person;
import io.ressenti.console.session.Roles;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who somebody is whom the provider has let in. */
final class Newcomer {

    /** As OpenID Connect calls it (Core 1.0, section 5.1). */
    private static final String FULL_NAME = "name";

    private Newcomer() {}

    /**
     * The person that {@code identity} is; empty where the provider names no brand, or none of the roles that count here, and where
     * it is no provider's: a session of ours must not begin another one.
     */
    static Optional<Person> of(SecurityIdentity identity, String brandClaim) {
        if (identity.getCredential(IdTokenCredential.class) == null
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        var roles = identity.getRoles().stream().filter(Roles.ALL::contains).collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty() || !(token.getClaim(brandClaim) instanceof String brand) || brand.isBlank()) {
            return Optional.empty();
        }
        var displayName = token.getClaim(FULL_NAME) instanceof String fullName ? fullName : token.getName();
        return Optional.of(new Person(token.getName(), displayName, brand, roles));
    }
}
