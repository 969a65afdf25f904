package io.ressenti.contracts;

/** What a signal was read from. */
public enum SignalKind {
    NPS,
    CSAT,
    CES,
    STARS,
    EMOTION,
    /** A touchpoint's outcome other than success. */
    OUTCOME,
    /** A promise beside what was measured. */
    PROMISE;

    /** Whether the customer said it; otherwise it was observed. */
    public boolean stated() {
        return switch (this) {
            case NPS, CSAT, CES, STARS, EMOTION -> true;
            case OUTCOME, PROMISE -> false;
        };
    }
}
