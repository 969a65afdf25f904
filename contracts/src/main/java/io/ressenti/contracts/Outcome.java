package io.ressenti.contracts;

/** How a touchpoint ended, as the system that ran it saw it. */
public enum Outcome {
    SUCCESS,
    FAILURE,
    /** The customer gave up half-way. */
    ABANDONED
}
