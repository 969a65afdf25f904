package io.ressenti.notification.receiver;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A receiver as clients see it.
 *
 * @param secret shown once, in the answer to the request that had it generated; left out otherwise
 */
public record ReceiverView(
        String name,
        ReceiverKind kind,
        String url,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret,
        Instant createdAt,
        Instant updatedAt) {

    static ReceiverView of(Receiver receiver) {
        return with(receiver, null);
    }

    static ReceiverView withSecret(Receiver receiver) {
        return with(receiver, receiver.secret());
    }

    private static ReceiverView with(Receiver receiver, String secret) {
        return new ReceiverView(
                receiver.name(), receiver.kind(), receiver.url(), secret, receiver.createdAt(), receiver.updatedAt());
    }
}
