package io.ressenti.scoring.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identifiers that are a function of a name: UUIDv8 over SHA-256, as in RFC 9562 appendix B.2. What is derived from the same
 * event twice carries the same identifier, so that whoever gets it twice can tell.
 */
public final class NameUuid {

    private static final long VERSION_MASK = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;
    private static final long VARIANT_RFC = 0x8000_0000_0000_0000L;

    private NameUuid() {}

    /** The identifier of the name that consists of {@code parts}; different parts never run together into one name. */
    public static UUID of(String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        var hash = ByteBuffer.wrap(digest.digest());
        var high = hash.getLong() & ~VERSION_MASK | VERSION_8;
        var low = hash.getLong() & ~VARIANT_MASK | VARIANT_RFC;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
