package io.ressenti.feedback.collection;

import io.ressenti.platform.problem.Problem;
import java.util.List;

/**
 * What became of a batch.
 *
 * @param accepted how many were recorded, now or before
 * @param rejected the others
 */
record BatchView(int accepted, List<Rejected> rejected) {

    BatchView {
        rejected = List.copyOf(rejected);
    }

    /** Whether there were items, and not one of them was good. */
    boolean allRejected() {
        return accepted == 0 && !rejected.isEmpty();
    }

    /**
     * One that was not recorded.
     *
     * @param index   position in the array, or number of the line, from 0
     * @param id      the item's id; null where it cannot be read
     * @param problem what is wrong; its pointers start at the item
     */
    record Rejected(int index, String id, Problem problem) {}
}
