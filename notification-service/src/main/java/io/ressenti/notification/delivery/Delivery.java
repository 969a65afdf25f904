package io.ressenti.notification.delivery;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.AlertChange;
import io.ressenti.notification.receiver.Receiver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * The next thing that a receiver has to be told.
 *
 * @param seq      the change's number within the brand
 * @param attempts how often it was tried
 * @param alert    the alert after the change, as JSON
 * @param trace    the trace that the change is a part of; null where it is not traced
 */
record Delivery(Receiver receiver, long seq, int attempts, AlertChange change, Instant at, String alert, String trace) {

    /**
     * What is sent.
     *
     * @param type {@code alert.opened}, {@code alert.signal_added} and so on
     */
    @RegisterForReflection
    record Body(String type, Instant timestamp, Data data) {}

    /** The change, and the alert after it. */
    @RegisterForReflection
    record Data(AlertChange change, @JsonRawValue String alert) {}

    Body body() {
        return new Body("alert." + change.name().toLowerCase(Locale.ROOT), at, new Data(change, alert));
    }

    /** The same for the same change and receiver, always. */
    String messageId() {
        var name = receiver.brand() + "|" + receiver.name() + "|" + seq;
        return "msg_" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
