package io.ressenti.contracts;

/** Where an alert is in its life. */
public enum AlertState {
    OPEN,
    ACKNOWLEDGED,
    /** Somebody is at work on it. */
    IN_PROGRESS,
    RESOLVED
}
