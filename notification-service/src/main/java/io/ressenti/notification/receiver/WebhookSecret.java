package io.ressenti.notification.receiver;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Secrets as the Standard Webhooks specification writes them: {@code whsec_} and 24 to 64 bytes in base64. */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final int GENERATED_BYTES = 32;

    private WebhookSecret() {}

    static String generate(SecureRandom random) {
        var bytes = new byte[GENERATED_BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The key in {@code secret}; empty where it is not written as a secret is. */
    public static Optional<byte[]> key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            return key.length < MIN_BYTES || key.length > MAX_BYTES ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
