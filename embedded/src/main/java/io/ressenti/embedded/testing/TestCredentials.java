package io.ressenti.embedded.testing;

import io.ressenti.credentials.ApiKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** Keys and tokens for tests: two brands, and for the first one a key for each role. */
public final class TestCredentials {

    /** The brand that most tests act for, and every role. */
    public static final String ACME = "rsk_acme-all";

    /** Another brand, every role. */
    public static final String OTHER = "rsk_other-all";

    /** May do everything for a brand to which nothing else happens. */
    public static final String EXAMPLES = "rsk_examples-all";

    /** Acme, role application only. */
    public static final String ACME_APPLICATION = "rsk_acme-application";

    /** Acme, role lead only. */
    public static final String ACME_LEAD = "rsk_acme-lead";

    /** Acme, role analyst only. */
    public static final String ACME_ANALYST = "rsk_acme-analyst";

    private static final KeyPair SIGNER = generateSigner();

    private TestCredentials() {}

    static Map<String, String> writeTo(Path directory) throws IOException {
        var keys = Files.writeString(directory.resolve("api-keys.json"), keysJson());
        var publicKey = Files.writeString(
                directory.resolve("public.pem"),
                pem("PUBLIC KEY", SIGNER.getPublic().getEncoded()));
        // Tests sign tokens with smallrye-jwt-build, which reads the key from where the configuration says.
        var privateKey = Files.writeString(
                directory.resolve("private.pem"),
                pem("PRIVATE KEY", SIGNER.getPrivate().getEncoded()));
        return Map.of(
                "smallrye.jwt.sign.key.location", privateKey.toUri().toString(),
                "ressenti.security.api-keys-file", keys.toAbsolutePath().toString(),
                "mp.jwt.verify.publickey.location", publicKey.toUri().toString());
    }

    private static String keysJson() {
        return "[%s,%s,%s,%s,%s,%s]"
                .formatted(
                        key(ACME, "acme", "\"application\",\"lead\",\"analyst\",\"admin\""),
                        key(OTHER, "other", "\"application\",\"lead\",\"analyst\",\"admin\""),
                        key(EXAMPLES, "examples", "\"application\",\"lead\",\"analyst\",\"admin\""),
                        key(ACME_APPLICATION, "acme", "\"application\""),
                        key(ACME_LEAD, "acme", "\"lead\""),
                        key(ACME_ANALYST, "acme", "\"analyst\""));
    }

    private static String key(String key, String brand, String roles) {
        return "{\"name\":\"%s\",\"sha256\":\"%s\",\"brand\":\"%s\",\"roles\":[%s]}"
                .formatted(key.substring(4), ApiKey.hash(key), brand, roles);
    }

    private static KeyPair generateSigner() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }
}
