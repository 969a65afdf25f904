package io.ressenti.console.login;

import java.time.Duration;

/**
 * Why the form is shown again.
 *
 * @param waitSeconds when to try again; 0 where that may be at once
 */
public record Refusal(Reason reason, long waitSeconds) {

    /** What kept the visitor out; {@code NONE} where nothing was tried. */
    public enum Reason {
        NONE,
        WRONG,
        THROTTLED,
        BUSY,
        /** The OpenID provider has not let them in. */
        PROVIDER
    }

    static final Refusal NONE = new Refusal(Reason.NONE, 0);
    static final Refusal WRONG = new Refusal(Reason.WRONG, 0);
    static final Refusal BUSY = new Refusal(Reason.BUSY, 1);
    static final Refusal PROVIDER = new Refusal(Reason.PROVIDER, 0);

    static Refusal until(Duration wait) {
        return new Refusal(Reason.THROTTLED, wait.toSeconds() + 1);
    }
}
