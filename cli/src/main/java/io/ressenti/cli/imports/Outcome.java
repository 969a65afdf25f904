package io.ressenti.cli.imports;

import java.util.List;

/**
 * What became of one batch.
 *
 * @param rejected its items that were not taken, in the file's order
 */
record Outcome(Totals totals, List<RejectedItem> rejected) {

    Outcome {
        rejected = List.copyOf(rejected);
    }
}
