package io.ressenti.platform.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
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
        String brand = identity.getAttribute(BRAND);
        if (brand == null && identity.getPrincipal() instanceof JsonWebToken token) {
            brand = token.getClaim(BRAND);
        }
        if (brand == null || brand.isBlank()) {
            throw new ForbiddenException("the credentials name no brand");
        }
        return brand;
    }

    /** The caller's name: the application's, or the person's. */
    public String name() {
        return identity.getPrincipal().getName();
    }
}
