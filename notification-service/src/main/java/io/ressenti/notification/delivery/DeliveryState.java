package io.ressenti.notification.delivery;

/** How far a delivery has come. */
public enum DeliveryState {
    PENDING,
    DELIVERED,
    /** Given up. */
    DEAD
}
