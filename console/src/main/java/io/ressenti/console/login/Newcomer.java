package io.ressenti.console.login;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.ressenti.console.session.Person;
import io.ressenti.console.session.Roles;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Somebody whom the provider has let in. */
sealed interface Newcomer {

    /** As OpenID Connect calls it (Core 1.0, section 5.1). */
    String FULL_NAME = "name";

    /** One word: nothing that separates or cannot be seen, and no bar, which ends the brand in the keys of events. */
    Pattern BRAND_CODE = Pattern.compile("[^\\p{Z}\\p{C}|]+");

    /** Has a place here. */
    record Welcome(Person person) implements Newcomer {}

    /** Has none, for want of something. */
    record Stranger(Want want) implements Newcomer {}

    /** What the provider has to say of somebody, and does not. */
    enum Want {
        /** No brand's code. */
        BRAND("brand"),
        /** None of the roles that count here. */
        ROLE("role");

        private final String reason;

        Want(String reason) {
            this.reason = reason;
        }

        /** As the log calls it. */
        String reason() {
            return reason;
        }
    }

    /**
     * Who {@code identity} is.
     *
     * @throws ForbiddenException where it is no provider's: a session of ours must not begin another one
     */
    static Newcomer of(SecurityIdentity identity, String brandClaim) {
        if (identity.getCredential(IdTokenCredential.class) == null
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new ForbiddenException("the provider has not let them in");
        }
        if (!(token.getClaim(brandClaim) instanceof String brand)
                || !BRAND_CODE.matcher(brand).matches()) {
            return new Stranger(Want.BRAND);
        }
        var roles = identity.getRoles().stream().filter(Roles.ALL::contains).collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty()) {
            return new Stranger(Want.ROLE);
        }
        var displayName = token.getClaim(FULL_NAME) instanceof String fullName ? fullName : token.getName();
        return new Welcome(new Person(token.getName(), displayName, brand, roles));
    }
}
