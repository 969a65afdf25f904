package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A change of a touchpoint.
 *
 * @param revision   grows with each change, from 1; events carry that of the touchpoint which judged them
 * @param at         when it was made
 * @param by         whose credentials made it; left out where nobody recorded it
 * @param removed    whether it took the touchpoint out of the catalogue
 * @param touchpoint the touchpoint after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevisionView(long revision, Instant at, String by, boolean removed, TouchpointDefinition touchpoint) {

    static RevisionView of(RevisionEntity row) {
        return new RevisionView(row.key.revision(), row.changedAt, row.changedBy, row.removed, row.definition);
    }
}
