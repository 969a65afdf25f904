package io.ressenti.notification.receiver;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A receiver as clients see it. What its kind does not have is left out.
 *
 * @param secret shown once, in the answer to the request that had it generated; left out otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiverView(
        String name,
        ReceiverKind kind,
        String url,
        String secret,
        String address,
        Language language,
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
                receiver.name(),
                receiver.kind(),
                receiver.url(),
                secret,
                receiver.address(),
                receiver.language(),
                receiver.createdAt(),
                receiver.updatedAt());
    }
}
