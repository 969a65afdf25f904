package io.ressenti.platform.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Recognises an erased customer without keeping their identifier: half of a SHA-256, as a UUID. Whoever guesses an identifier can
 * check the guess, so this is a pseudonym and not anonymous.
 */
public final class Pseudonym {

    private Pseudonym() {}

    /** The pseudonym of a brand's {@code customer}; the same always, another for every other brand. */
    public static UUID of(String brand, String customer) {
        var digest = sha256();
        digest.update(brand.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0); // no brand and no identifier holds it: PostgreSQL could not keep it
        digest.update(customer.getBytes(StandardCharsets.UTF_8));
        var hash = ByteBuffer.wrap(digest.digest());
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
