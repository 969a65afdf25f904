package io.ressenti.scoring.model;

/** What kind of event signals were read from. Identifiers are unique within a kind. */
public enum EventKind {
    TOUCHPOINT,
    FEEDBACK
}
