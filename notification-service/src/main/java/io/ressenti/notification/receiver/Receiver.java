package io.ressenti.notification.receiver;

import java.time.Instant;

/**
 * Somebody who wants to be told about a brand's alerts.
 *
 * @param name   unique within the brand
 * @param url    where messages go
 * @param secret what they are signed with, {@code whsec_} and base64
 */
public record Receiver(
        String brand, String name, ReceiverKind kind, String url, String secret, Instant createdAt, Instant updatedAt) {

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
        return "Receiver[brand=" + brand + ", name=" + name + ", kind=" + kind + "]";
    }
}
