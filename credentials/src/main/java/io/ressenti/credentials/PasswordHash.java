package io.ressenti.credentials;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as they are kept: {@code pbkdf2-sha256$<iterations>$<salt>$<hash>}, salt and hash in hex. The number of iterations
 * is OWASP's advice for PBKDF2-HMAC-SHA256.
 */
public final class PasswordHash {

    private static final String SCHEME = "pbkdf2-sha256";
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private PasswordHash() {}

    /** Hashes a password for keeping. */
    public static String of(String password, SecureRandom random) {
        var salt = bytes(SALT_BYTES, random);
        return kept(salt, derive(password, salt, ITERATIONS));
    }

    /** Stands in for the hash of somebody who is not there: no password matches it, and trying one takes as long as any other. */
    public static String ofNobody(SecureRandom random) {
        return kept(bytes(SALT_BYTES, random), bytes(HASH_BITS / Byte.SIZE, random));
    }

    /**
     * Whether {@code password} is the one that was hashed. Takes the same time whichever way it ends.
     *
     * @throws IllegalArgumentException where {@code kept} is not a hash of this kind
     */
    public static boolean matches(String password, String kept) {
        var parts = kept.split("\\$");
        if (parts.length != 4 || !SCHEME.equals(parts[0])) {
            throw new IllegalArgumentException("not a " + SCHEME + " hash");
        }
        var hex = HexFormat.of();
        var derived = derive(password, hex.parseHex(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(derived, hex.parseHex(parts[3]));
    }

    private static byte[] bytes(int count, SecureRandom random) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String kept(byte[] salt, byte[] hash) {
        var hex = HexFormat.of();
        return SCHEME + "$" + ITERATIONS + "$" + hex.formatHex(salt) + "$" + hex.formatHex(hash);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        }
    }
}
