package io.ressenti.credentials;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * An application's key, as it is kept: hashed. A key is 32 random bytes, so one round of SHA-256 protects it as well as a
 * slow hash would.
 *
 * @param name   who uses it; stands in logs
 * @param sha256 SHA-256 of the key, lower-case hex
 * @param brand  the brand that its holder acts for
 * @param roles  what it may do
 */
public record ApiKey(String name, String sha256, String brand, Set<String> roles) {

    /** Every key starts with it, so that a key is recognised, in a header as in a leaked file. */
    public static final String PREFIX = "rsk_";

    public ApiKey {
        roles = Set.copyOf(roles);
    }

    /** A new random key, in the form in which its holder sends it. */
    public static String generate(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return PREFIX + HexFormat.of().formatHex(bytes);
    }

    /** SHA-256 of {@code key} in lower-case hex. */
    public static String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
