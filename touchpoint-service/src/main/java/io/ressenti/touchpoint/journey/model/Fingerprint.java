package io.ressenti.touchpoint.journey.model;

import io.ressenti.contracts.Answer;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.TouchpointRecorded;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the sender of an event said, in 16 bytes: the first half of a SHA-256 digest. What we add to an event (when it came,
 * its stage, the promises, the corrected time) and {@code sentAt} are no part of it, so that sending the same again gives the
 * same. These bytes are stored: another way to write an event makes every event that comes again a conflict.
 */
public final class Fingerprint {

    private final StringBuilder said = new StringBuilder(512);

    private Fingerprint() {}

    /** The fingerprint of what a client application said about a touchpoint. */
    public static UUID of(TouchpointRecorded event) {
        var occurredAt = event.clientOccurredAt() == null ? event.occurredAt() : event.clientOccurredAt();
        return new Fingerprint()
                .say(occurredAt)
                .say(event.customer())
                .say(event.journeyId())
                .say(event.touchpoint())
                .say(event.channel())
                .say(event.partner())
                .say(event.outcome())
                .sayAll(event.measures())
                .sayAll(event.attributes())
                .say(event.variant())
                .digest();
    }

    /** The fingerprint of what a customer answered. */
    public static UUID of(FeedbackRecorded event) {
        var fingerprint = new Fingerprint()
                .say(event.occurredAt())
                .say(event.customer())
                .say(event.journeyId())
                .say(event.touchpoint())
                .say(event.channel())
                .say(event.partner())
                .say(event.comment())
                .say(event.language())
                .say(event.answers().size());
        event.answers().forEach(fingerprint::say);
        return fingerprint.digest();
    }

    private Fingerprint say(Answer answer) {
        return say(answer.type())
                .say(answer.value())
                .say(answer.scale())
                .say(answer.polarity())
                .say(answer.emotion())
                .say(answer.text());
    }

    private Fingerprint sayAll(Map<String, ?> entries) {
        say(entries.size());
        new TreeMap<>(entries).forEach((name, value) -> say(name).say(value));
        return this;
    }

    /** Each value behind its length: no two sequences of values are written alike. */
    private Fingerprint say(Object value) {
        if (value == null) {
            said.append('-');
            return this;
        }
        var text = value.toString();
        said.append(text.length()).append(':').append(text);
        return this;
    }

    private UUID digest() {
        var digest = ByteBuffer.wrap(sha256().digest(said.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
