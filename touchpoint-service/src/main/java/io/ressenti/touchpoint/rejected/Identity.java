package io.ressenti.touchpoint.rejected;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** The id of what was not taken in: made of what it is, so that the same thing again is the same row. */
final class Identity {

    private final MessageDigest digest;

    private Identity() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The id of the record with {@code value} in {@code envelope}. */
    static UUID of(Origin origin, String brand, Envelope envelope, byte[] value) {
        var identity = new Identity();
        identity.add(origin.name());
        identity.add(brand);
        identity.add(envelope.topic());
        identity.add(envelope.key());
        identity.add(value);
        return identity.uuid();
    }

    /** The id of another content, told by its {@code fingerprint}, under the key of an event that stands. */
    static UUID ofConflict(String brand, String topic, String source, String eventId, UUID fingerprint) {
        var identity = new Identity();
        identity.add(Origin.CONFLICT.name());
        identity.add(brand);
        identity.add(topic);
        identity.add(source);
        identity.add(eventId);
        identity.add(fingerprint.toString());
        return identity.uuid();
    }

    private void add(String part) {
        add(part == null ? null : part.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length, so that no two lists of parts read alike; an absent part differs from an empty one. */
    private void add(byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(part == null ? -1 : part.length)
                .flip());
        if (part != null) {
            digest.update(part);
        }
    }

    private UUID uuid() {
        var bytes = ByteBuffer.wrap(digest.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
