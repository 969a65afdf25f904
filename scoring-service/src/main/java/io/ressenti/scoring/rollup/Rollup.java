package io.ressenti.scoring.rollup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dimensions that sums are kept for by day and by month, the fewest rows first. Together they hold each pair of dimensions; a
 * touchpoint takes its stage along. What needs more than that is added up from hours.
 */
public enum Rollup {
    STAGE_CHANNEL("stage", "channel"),
    TOUCHPOINT("touchpoint", "stage"),
    CHANNEL_PARTNER("channel", "partner"),
    STAGE_PARTNER("stage", "partner"),
    TOUCHPOINT_CHANNEL("touchpoint", "stage", "channel"),
    TOUCHPOINT_PARTNER("touchpoint", "stage", "partner");

    private final List<String> columns;

    Rollup(String... columns) {
        this.columns = List.of(columns);
    }

    /** The smallest that tells {@code columns} apart; empty where none does. */
    public static Optional<Rollup> of(Collection<String> columns) {
        return Stream.of(values())
                .filter(rollup -> rollup.columns.containsAll(columns))
                .findFirst();
    }

    /** Whether it has no more rows than {@code columns} have values: a touchpoint has its one stage. */
    public boolean isNoFinerThan(Collection<String> columns) {
        return this.columns.stream()
                .allMatch(
                        column -> columns.contains(column) || column.equals("stage") && columns.contains("touchpoint"));
    }

    List<String> columns() {
        return columns;
    }

    /** Whether {@code column} tells its rows apart. */
    public boolean has(String column) {
        return columns.contains(column);
    }
}
