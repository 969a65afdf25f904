package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ressenti.platform.problem.Problem;
import java.util.Optional;

/**
 * Something that was not taken in, with what it holds.
 *
 * @param rejected what is known about it
 * @param event    what a replay would send; null where it was too large to keep
 * @param original what came, where somebody repaired it since; null otherwise
 * @param problem  what would be wrong with it now; null where a replay would be taken in
 */
record RejectedEventView(@JsonUnwrapped RejectedView rejected, EventText event, EventText original, Problem problem) {

    static RejectedEventView of(Rejected row, Optional<Problem> problem) {
        var original = row.repaired() == null ? null : row.event();
        return new RejectedEventView(
                row.view(), EventText.of(row.current()), EventText.of(original), problem.orElse(null));
    }
}
