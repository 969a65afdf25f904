package io.ressenti.feedback.collection;

/** What became of one piece of feedback that was to be stored. */
enum Outcome {
    CREATED,
    /** It was there before; the first one stands. */
    DUPLICATE,
    UNKNOWN_TOUCHPOINT,
    /** Its customer was erased after it had been received. */
    ERASED
}
