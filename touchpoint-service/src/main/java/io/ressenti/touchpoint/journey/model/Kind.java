package io.ressenti.touchpoint.journey.model;

/** What a line of a timeline tells of. */
public enum Kind {
    TOUCHPOINT,
    FEEDBACK
}
