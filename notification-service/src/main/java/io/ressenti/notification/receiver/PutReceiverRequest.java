package io.ressenti.notification.receiver;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Describes a receiver. What belongs to the other kind must be left out.
 *
 * @param kind     {@code WEBHOOK} or {@code EMAIL}
 * @param url      of a webhook: an {@code http} or {@code https} address
 * @param secret   of a webhook: what messages are signed with; where it is left out, the receiver's own stays, or one is generated
 * @param address  of an e-mail receiver: one mailbox
 * @param language of an e-mail receiver: {@code en} or {@code fr}; English where it is left out
 */
record PutReceiverRequest(
        @NotNull ReceiverKind kind,
        String url,
        String secret,
        String address,
        @Schema(enumeration = {"en", "fr"}) String language) {

    /** The language that people are written to in; null for a webhook. To be asked for once the request has been checked. */
    Language mailLanguage() {
        return switch (kind) {
            case WEBHOOK -> null;
            case EMAIL -> language == null ? Language.EN : Language.of(language).orElseThrow();
        };
    }
}
