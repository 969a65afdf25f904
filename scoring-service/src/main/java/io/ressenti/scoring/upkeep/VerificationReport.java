package io.ressenti.scoring.upkeep;

import java.util.List;

/**
 * What a verification has shown.
 *
 * @param signals how many signals everything was worked out from
 * @param tables  one report for each table
 */
record VerificationReport(long signals, List<TableReport> tables) {

    VerificationReport {
        tables = List.copyOf(tables);
    }

    /** Whether everything is what the signals say. */
    boolean consistent() {
        return tables.stream().allMatch(table -> table.differences() == 0);
    }
}
