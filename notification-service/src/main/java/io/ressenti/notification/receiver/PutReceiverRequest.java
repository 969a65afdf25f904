package io.ressenti.notification.receiver;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * Describes a receiver.
 *
 * @param kind   {@code WEBHOOK}
 * @param url    an {@code http} or {@code https} address
 * @param secret what messages are signed with; where it is left out, the receiver's own stays, or one is generated
 */
record PutReceiverRequest(
        @NotNull ReceiverKind kind, @NotBlank String url, String secret) {}
