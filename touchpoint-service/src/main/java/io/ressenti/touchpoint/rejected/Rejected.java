package io.ressenti.touchpoint.rejected;

/**
 * Something that was not taken in, with what it holds.
 *
 * @param view     what is known about it
 * @param event    what came; null where it was too large to keep
 * @param repaired what somebody made of it; null where nobody did
 * @param envelope the record that it came in; null for what came by HTTP
 */
record Rejected(RejectedView view, byte[] event, byte[] repaired, Envelope envelope) {

    /** Whose dead letters are that do not tell whose they are. */
    static final String NO_BRAND = "";

    /** What a replay sends; null where there is nothing to send. */
    byte[] current() {
        return repaired == null ? event : repaired;
    }
}
