package io.ressenti.touchpoint.rejected;

/** What was done about something that was not taken in. */
enum State {

    /** Nothing yet. */
    OPEN,

    /** It was taken in after all. */
    REPLAYED,

    /** Somebody decided that it is not wanted. */
    DISCARDED
}
