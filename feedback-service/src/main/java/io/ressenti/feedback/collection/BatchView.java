package io.ressenti.feedback.collection;

import io.ressenti.platform.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a batch.
 */
record BatchView(
        @Schema(description = "How many were recorded, now or before", minimum = "0")
        int accepted,

        @Schema(description = "The others, in their order") List<Rejected> rejected) {

    BatchView {
        rejected = List.copyOf(rejected);
    }

    /** Whether there were items, and not one of them was good. */
    boolean allRejected() {
        return accepted == 0 && !rejected.isEmpty();
    }

    /**
     * One that was not recorded.
     */
    record Rejected(
            @Schema(description = "Position in the array, or number of the line, from 0", minimum = "0")
            int index,

            @Schema(description = "The item's id; null where it cannot be read", nullable = true)
            String id,

            @Schema(description = "What is wrong; its pointers start at the item")
            Problem problem) {}
}
