package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What became of the rows that one call tried.
 *
 * @param replayed  how many were taken in
 * @param rejected  how many were refused again; they stay open
 * @param remaining how many such rows stand after them
 * @param next      cursor for the next call; left out where none remain
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReplayView(int replayed, int rejected, long remaining, String next) {

    static ReplayView of(RejectedReplayer.Progress done, long remaining) {
        return new ReplayView(
                done.replayed(),
                done.rejected(),
                remaining,
                remaining == 0 ? null : done.last().cursor());
    }
}
