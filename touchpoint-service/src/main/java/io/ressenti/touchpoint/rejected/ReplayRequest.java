package io.ressenti.touchpoint.rejected;

import jakarta.validation.constraints.Size;

/**
 * Which open rows to replay; what is left out stands for all.
 *
 * @param reason only with this reason
 * @param source only events of this source
 * @param origin only from there
 * @param cursor continues after what an earlier call tried: its {@code next}
 */
record ReplayRequest(
        @Size(max = 256, message = "A reason has 256 characters at most.")
        String reason,

        @Size(max = 256, message = "A source has 256 characters at most.")
        String source,

        Origin origin,
        String cursor) {

    static final ReplayRequest ALL = new ReplayRequest(null, null, null, null);
}
