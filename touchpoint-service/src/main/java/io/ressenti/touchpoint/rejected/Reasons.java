package io.ressenti.touchpoint.rejected;

import io.ressenti.platform.event.DeadLetters;
import java.util.Set;

/** The reasons that metrics tell apart. Anything else is counted as {@code other}, so that no record can invent series. */
final class Reasons {

    /** The record is not an event that its consumer knows. */
    static final String UNREADABLE = DeadLetters.UNREADABLE;

    /** The record is an event, and its consumer cannot process it. */
    static final String UNPROCESSABLE = DeadLetters.UNPROCESSABLE;

    /** Another event stands under its source and id. */
    static final String CONFLICT = "conflict";

    private static final Set<String> KNOWN = Set.of(
            UNREADABLE,
            UNPROCESSABLE,
            CONFLICT,
            "invalid",
            "malformed-request",
            "too-large",
            "future-time",
            "unknown-touchpoint",
            "unknown-channel");

    private Reasons() {}

    static String bounded(String reason) {
        return KNOWN.contains(reason) ? reason : "other";
    }
}
