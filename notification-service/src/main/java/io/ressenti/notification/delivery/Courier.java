package io.ressenti.notification.delivery;

import io.ressenti.notification.receiver.ReceiverKind;
import io.smallrye.mutiny.Uni;

/** Brings messages to receivers of one kind. */
public interface Courier {

    /** The kind of receiver that it knows the way to. */
    ReceiverKind kind();

    /** How many messages an instance may hand to it at a time. */
    int parallel();

    /**
     * Tries once, and not for longer than {@link DeliveryConfig#lease()}. A failure is an {@link Attempt.Failed}; whatever else goes
     * wrong is tried again as well.
     */
    Uni<Attempt> deliver(Message message);
}
