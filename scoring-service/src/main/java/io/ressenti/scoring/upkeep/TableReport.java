package io.ressenti.scoring.upkeep;

import java.util.List;

/**
 * What comparing one table has shown.
 *
 * @param table        the table
 * @param rows         how many rows were compared
 * @param differences  how many of them differ
 * @param maxDeviation the largest deviation of a sum, relative to it or to 1: 0 where all are equal to the last digit
 * @param examples     a few of the differences
 */
record TableReport(String table, long rows, long differences, double maxDeviation, List<Difference> examples) {

    /** How far apart two sums may be, relative to the larger: adding up in another order changes the last digits. */
    static final double TOLERANCE = 1e-9;

    /** So many differences are shown. */
    static final int MAX_EXAMPLES = 5;

    TableReport {
        examples = List.copyOf(examples);
    }
}
