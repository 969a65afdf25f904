package io.ressenti.contracts;

/** What happened to an alert. */
public enum AlertChange {
    OPENED,
    /** A further bad signal joined the alert. */
    SIGNAL_ADDED,
    ACKNOWLEDGED,
    ASSIGNED,
    NOTED,
    RESOLVED,
    REOPENED
}
