package io.ressenti.console.session;

import io.quarkus.runtime.Startup;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Signs the token that a login yields, and recognises it again. */
@Startup
@ApplicationScoped
public class SessionTokens {

    static final String ISSUER = "ressenti";
    static final String BRAND = "brand";
    static final String DISPLAY_NAME = "name";

    private final SessionConfig config;
    private final PrivateKey signingKey;
    private final JWTParser parser;

    SessionTokens(SessionConfig config) throws IOException, GeneralSecurityException {
        this.config = config;
        this.signingKey = KeyUtils.decodePrivateKey(Files.readString(config.tokenSigningKey()));
        this.parser = new DefaultJWTParser(new JWTAuthContextInfo(publicHalf(signingKey), ISSUER));
    }

    /** A token for {@code person}, valid as long as a login lasts. */
    public String issue(Person person) {
        return Jwt.issuer(ISSUER)
                .upn(person.name())
                .groups(person.roles())
                .claim(BRAND, person.brand())
                .claim(DISPLAY_NAME, person.displayName())
                .expiresIn(config.duration())
                .sign(signingKey);
    }

    /**
     * Reads a token that we issued.
     *
     * @throws ParseException where it is not ours, was changed or has expired
     */
    JsonWebToken read(String token) throws ParseException {
        return parser.parse(token);
    }

    private static PublicKey publicHalf(PrivateKey key) throws GeneralSecurityException {
        if (!(key instanceof RSAPrivateCrtKey rsa)) {
            throw new GeneralSecurityException("the token signing key must be an RSA private key");
        }
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
    }
}
