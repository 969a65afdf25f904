package io.ressenti.scoring.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The finest cell that sums are kept for: everything published is a sum over cells. Ordered, so that all instances lock cells
 * in the same order.
 *
 * @param hour the start of the hour, UTC
 */
public record CubeCell(String brand, Series series, Instant hour, Place place) implements Comparable<CubeCell> {

    private static final Comparator<CubeCell> ORDER = Comparator.comparing(CubeCell::brand)
            .thenComparing(CubeCell::series)
            .thenComparing(CubeCell::hour)
            .thenComparing(cell -> cell.place.touchpoint())
            .thenComparing(cell -> cell.place.stage())
            .thenComparing(cell -> cell.place.channel())
            .thenComparing(cell -> cell.place.partner(), Comparator.nullsFirst(Comparator.naturalOrder()));

    /** What the signals change in each cell: an answer counts in its own series and, like everything, in experience. */
    public static SortedMap<CubeCell, Sums> sumsOf(List<SignalDelta> deltas) {
        Map<CubeCell, Sums> cells = new HashMap<>();
        for (var delta : deltas) {
            var signal = delta.signal();
            var experience = Sums.of(signal.value(), false, signal.dissatisfied());
            cells.merge(of(signal, signal.series()), delta.signed(experience), Sums::plus);
            var rating = signal.rating();
            if (rating != null) {
                var sums = Sums.of(rating.value(), rating.favourable(), rating.unfavourable());
                cells.merge(of(signal, rating.series()), delta.signed(sums), Sums::plus);
            }
        }
        return new TreeMap<>(cells);
    }

    private static CubeCell of(Signal signal, Series series) {
        var encounter = signal.encounter();
        var hour = encounter.occurredAt().truncatedTo(ChronoUnit.HOURS);
        return new CubeCell(encounter.brand(), series, hour, encounter.place());
    }

    @Override
    public int compareTo(CubeCell other) {
        return ORDER.compare(this, other);
    }
}
