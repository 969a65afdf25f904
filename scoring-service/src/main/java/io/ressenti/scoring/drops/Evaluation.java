package io.ressenti.scoring.drops;

import io.ressenti.scoring.model.drop.BucketTally;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.SeriesWatch;
import io.ressenti.scoring.model.drop.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A touchpoint's series while its buckets are taken, in memory: where they stand, and what has been found. */
final class Evaluation {

    /** Where a series stood after the last bucket of a day. */
    record DayState(WatchedSeries series, LocalDate day) {}

    /** What makes a drop one. */
    record DropKey(WatchedSeries series, Instant detectedAt) {}

    private final WatchedTouchpoint touchpoint;
    private final double falseAlarmDays;
    private final Map<WatchedSeries, SeriesWatch> watches;
    private final Map<DropKey, Drop> drops = new HashMap<>();
    private Map<DayState, SeriesWatch> unsaved = new HashMap<>();

    /**
     * @param watches        where the touchpoint's series stand; a series that is missing begins
     * @param falseAlarmDays how many days there have to be between two false alarms of a series, on average
     */
    Evaluation(WatchedTouchpoint touchpoint, Map<WatchedSeries, SeriesWatch> watches, double falseAlarmDays) {
        this.touchpoint = touchpoint;
        this.falseAlarmDays = falseAlarmDays;
        this.watches = new HashMap<>(watches);
        // Those that are on may have to be put back to that: what ended them may have been taken back.
        watches.forEach((series, watch) -> found(series, watch.drop()));
    }

    /** Takes whole buckets, later than all before. */
    void take(List<Cell> cells) {
        var byBucket = new TreeMap<Instant, Map<WatchedSeries, Tally>>();
        for (var cell : cells) {
            var tallies = byBucket.computeIfAbsent(cell.bucket(), bucket -> new HashMap<>());
            WatchedSeries.of(touchpoint.brand(), touchpoint.touchpoint(), cell.channel(), cell.partner())
                    .forEach(series -> tallies.merge(series, cell.tally(), Tally::plus));
        }
        byBucket.forEach(
                (bucket, tallies) -> tallies.forEach((series, tally) -> take(series, new BucketTally(bucket, tally))));
    }

    private void take(WatchedSeries series, BucketTally bucket) {
        var step = watches.getOrDefault(series, SeriesWatch.NEW).take(bucket, falseAlarmDays);
        watches.put(series, step.watch());
        unsaved.put(new DayState(series, LocalDate.ofInstant(bucket.start(), ZoneOffset.UTC)), step.watch());
        found(series, step.changed());
    }

    private void found(WatchedSeries series, Drop drop) {
        if (drop != null) {
            drops.put(new DropKey(series, drop.detectedAt()), drop);
        }
    }

    /** Where series stood at the end of their days, as far as that was not asked for before. */
    Map<DayState, SeriesWatch> takeUnsaved() {
        var states = unsaved;
        unsaved = new HashMap<>();
        return states;
    }

    /** The drops that were on at first, have begun or have ended since. */
    Map<DropKey, Drop> drops() {
        return Collections.unmodifiableMap(drops);
    }

    /** Where the series stand. */
    Map<WatchedSeries, SeriesWatch> watches() {
        return Collections.unmodifiableMap(watches);
    }

    /** The last drop of a series that ended after {@code time}. */
    Optional<Drop> endedAfter(WatchedSeries series, Instant time) {
        return drops.entrySet().stream()
                .filter(found -> found.getKey().series().equals(series))
                .map(Map.Entry::getValue)
                .filter(drop -> drop.end() != null && drop.end().at().isAfter(time))
                .max(Comparator.comparing(Drop::detectedAt));
    }
}
