package io.ressenti.platform.erasure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * What stays of an identifier that was erased: the first half of a SHA-256 digest. It is pseudonymous, not anonymous: whoever has
 * the identifier can make it again, which is what it is for. The bytes are stored: another way to make them lets erased events
 * come back.
 */
public final class CustomerHash {

    private CustomerHash() {}

    /** The hash of a customer's identifier; another brand's customer of the same name has another one. */
    public static UUID of(String brand, String customer) {
        var name = brand.getBytes(StandardCharsets.UTF_8);
        var digest = sha256();
        // The length first, so that no two pairs read alike.
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
        digest.update(name);
        var hash = ByteBuffer.wrap(digest.digest(customer.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
