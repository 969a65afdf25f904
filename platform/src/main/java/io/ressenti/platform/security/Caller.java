package io.ressenti.platform.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, and for which brand. The brand comes from the credentials alone. */
@RequestScoped
public class Caller {

    /** The identity attribute and the token's claim that hold the brand. */
    static final String BRAND = "brand";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The brand that the caller acts for.
     *
     * @throws ForbiddenException where the credentials name none
     */
    public String brand() {
        return anyBrand().orElseThrow(() -> new ForbiddenException("the credentials name no brand"));
    }

    /** The brand that the caller acts for; empty for one of the platform team whose credentials name none. */
    public Optional<String> anyBrand() {
        String brand = identity.getAttribute(BRAND);
        if (brand == null && identity.getPrincipal() instanceof JsonWebToken token) {
            brand = token.getClaim(BRAND);
        }
        return Optional.ofNullable(brand).filter(named -> !named.isBlank());
    }

    /** Whether the caller has {@code role}, one of {@link Roles}. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** The caller's name: the application's, or the person's. */
    public String name() {
        return identity.getPrincipal().getName();
    }
}
