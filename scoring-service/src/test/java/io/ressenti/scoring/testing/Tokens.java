package io.ressenti.scoring.testing;

import io.smallrye.jwt.build.Jwt;
import java.util.UUID;

/** Brands of their own, so that tests never meet. */
public final class Tokens {

    private Tokens() {}

    /** A brand that no other test knows. */
    public static String newBrand() {
        return "brand-" + UUID.randomUUID();
    }

    /** A person's token. */
    public static String of(String brand, String role) {
        return Jwt.issuer("ressenti")
                .upn("test")
                .groups(role)
                .claim("brand", brand)
                .sign();
    }
}
