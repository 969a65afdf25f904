package io.ressenti.touchpoint.catalogue;

import io.ressenti.contracts.TouchpointCatalogued;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.touchpoint.catalogue.model.PromiseHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes touchpoints. Each change has a revision of its own; who made it is kept, and an event tells it.
 *
 * @param by whose credentials make the change
 */
record TouchpointEdit(String brand, String by, Instant now) {

    private static final String SOURCE = "ressenti/touchpoint-service";

    /**
     * What becomes of a touchpoint when it is asked to be as {@code wanted}: what was promised until now stays in its history.
     *
     * @param row its row; null where there never was one
     * @param pointer where the request says so
     * @throws ProblemException 422 where its history would grow too long
     */
    Change<TouchpointDefinition> put(TouchpointEntity row, TouchpointDefinition wanted, String pointer) {
        var promises = row == null
                ? PromiseHistory.of(wanted.promisesMade())
                : PromiseHistory.change(row.promises.made(), wanted.promisesMade(), now);
        if (promises.size() > TouchpointDefinition.MOST_PROMISES) {
            throw new ProblemException(
                    Problem.invalid(
                            pointer + "/promises",
                            "With the past ones there would be more than " + TouchpointDefinition.MOST_PROMISES
                                    + " promises. Send the whole history, with since and until, and leave out what is not needed."));
        }
        return new Change<>(wanted.code(), presentDefinition(row), wanted.promising(promises));
    }

    /** What becomes of a touchpoint that is removed. */
    Change<TouchpointDefinition> removal(TouchpointEntity row) {
        return new Change<>(row.key.code(), presentDefinition(row), null);
    }

    /**
     * Carries {@code change} out.
     *
     * @param row the touchpoint's row; null where there never was one
     * @return the rows that have to be added for it
     */
    List<Object> apply(Change<TouchpointDefinition> change, TouchpointEntity row) {
        List<Object> added = new ArrayList<>();
        var touchpoint = row;
        if (touchpoint == null) {
            touchpoint = new TouchpointEntity();
            touchpoint.key = new CatalogueKey(brand, change.code());
            added.add(touchpoint);
        }
        if (!change.isRemoval()) {
            touchpoint.define(change.after());
        }
        touchpoint.removed = change.isRemoval();
        touchpoint.revision++;
        touchpoint.changedAt = now;
        added.add(RevisionEntity.of(touchpoint, by));
        added.add(OutboxEntity.of(event(touchpoint)));
        return added;
    }

    private static TouchpointDefinition presentDefinition(TouchpointEntity row) {
        return row == null || row.removed ? null : row.definition();
    }

    private static TouchpointCatalogued event(TouchpointEntity touchpoint) {
        return new TouchpointCatalogued(
                touchpoint.key.code() + ":" + touchpoint.revision,
                SOURCE,
                touchpoint.key.brand(),
                touchpoint.key.code(),
                touchpoint.revision,
                touchpoint.stage,
                touchpoint.names,
                touchpoint.channels,
                touchpoint.removed,
                touchpoint.changedAt);
    }
}
