package io.ressenti.notification.delivery;

import io.ressenti.notification.receiver.ReceiverKind;
import io.smallrye.mutiny.Uni;

/** Brings messages to receivers of one kind. */
public interface Courier {

    /** The kind of receiver that it knows the way to. */
    ReceiverKind kind();

    /** Tries once, within {@link DeliveryConfig#timeout()}. Never fails: a failure is an {@link Attempt.Failed}. */
    Uni<Attempt> deliver(Message message);
}
