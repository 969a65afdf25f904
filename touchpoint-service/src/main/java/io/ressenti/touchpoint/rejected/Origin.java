package io.ressenti.touchpoint.rejected;

/** Where something was not taken in. */
public enum Origin {

    /** Ingestion refused an event that a client sent. */
    REQUEST,

    /** A consumer of one of our services could not process a record. */
    DEAD_LETTER,

    /** An event came under the source and id of another one, which stands. */
    CONFLICT
}
