package io.ressenti.bench.ingest;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The value in the middle: one round that was disturbed does not move it. */
final class Medians {

    private Medians() {}

    /** The median of a property; between the two in the middle where their number is even, NaN where there are none. */
    static <T> double of(List<T> rounds, ToDoubleFunction<T> property) {
        var sorted = rounds.stream().mapToDouble(property).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
