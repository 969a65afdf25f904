package io.ressenti.touchpoint.rejected;

import java.time.Instant;
import java.util.List;

/**
 * Which of what was not taken in.
 *
 * @param brands those whose rows the caller may see
 * @param reason only with this reason; null for all
 * @param origin only from there; null for all
 * @param source only events of this source; null for all
 * @param from   not before this time
 * @param to     before this time
 */
record RejectedFilter(
        List<String> brands, State state, String reason, Origin origin, String source, Instant from, Instant to) {}
