package io.ressenti.contracts;

/** How urgent an alert is, least urgent first. */
public enum Severity {
    WARNING,
    HIGH,
    CRITICAL
}
