package io.ressenti.scoring.model.drop;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches one series. Where it stands is a function of the series' buckets, taken in order of time; how many are taken at a time
 * does not matter, so it may be kept between two buckets and taken up again.
 *
 * <ul>
 *   <li>What is usual is settled anew with each day (UTC), but not while the statistic is above zero: what may be a drop must not
 *       become usual meanwhile.
 *   <li>While a drop is on, what was usual before stays, and after it until there are enough other days to learn from: days of
 *       a drop are never learnt from.
 *   <li>A drop that is still on {@link Baseline#DAYS} days after it was detected has settled: it is what is usual now.
 * </ul>
 *
 * @param days      the days before {@code today} that can still be learnt from, in order
 * @param today     the day of the last bucket; null before the first
 * @param baseline  what is usual; null where nothing is yet
 * @param cusum     the chart for {@code baseline}; null without one
 * @param excursion towards a drop, or while one is on, out of it
 * @param drop      the drop that is on; null where none is
 */
public record SeriesWatch(
        List<DayTally> days, DayTally today, Baseline baseline, Cusum cusum, Excursion excursion, Drop drop) {

    /** Before the first bucket. */
    public static final SeriesWatch NEW = new SeriesWatch(List.of(), null, null, null, Excursion.REST, null);

    /**
     * After one bucket.
     *
     * @param changed the drop that has begun or ended with it; null where none has
     */
    public record Step(SeriesWatch watch, Drop changed) {}

    public SeriesWatch {
        days = List.copyOf(days);
    }

    /**
     * Takes the next bucket.
     *
     * @param bucket         later than all before; buckets without signals are left out
     * @param falseAlarmDays how many days at the series' own rate there have to be between two false alarms, on average
     */
    public Step take(BucketTally bucket, double falseAlarmDays) {
        var isNewDay = today == null || bucket.day().isAfter(today.day());
        if (!isNewDay) {
            return withinDay(falseAlarmDays).observe(bucket);
        }
        var next = turnTo(bucket.day());
        if (!next.hasSettled()) {
            return next.withinDay(falseAlarmDays).observe(bucket);
        }
        var settled = drop.settled(bucket.day().atStartOfDay(ZoneOffset.UTC).toInstant());
        // Nothing can be told with the first bucket of a new normal: its statistic starts at zero with what is usual
        // now.
        return new Step(next.settle().withinDay(falseAlarmDays).observe(bucket).watch(), settled);
    }

    /** What the dissatisfied share usually is; empty where nothing is usual yet. */
    public Optional<Tally> usual() {
        return Optional.ofNullable(baseline).map(Baseline::tally);
    }

    private SeriesWatch turnTo(LocalDate day) {
        var oldest = day.minusDays(Baseline.DAYS);
        var kept = new ArrayList<>(days);
        if (today != null) {
            kept.add(today);
        }
        kept.removeIf(past -> past.day().isBefore(oldest));
        return new SeriesWatch(kept, new DayTally(day, Tally.NONE, drop != null), baseline, cusum, excursion, drop);
    }

    private boolean hasSettled() {
        return drop != null
                && !today.day().isBefore(BucketTally.dayOf(drop.detectedAt()).plusDays(Baseline.DAYS));
    }

    private SeriesWatch settle() {
        var usual = days.stream().map(day -> day.withDropped(false)).toList();
        return new SeriesWatch(usual, today.withDropped(false), null, null, Excursion.REST, null);
    }

    /** With what is usual today, where that can be said anew. */
    private SeriesWatch withinDay(double falseAlarmDays) {
        var isFixed = drop != null || !excursion.atRest();
        if (isFixed || baseline != null && baseline.asOf().equals(today.day())) {
            return this;
        }
        return Baseline.of(today.day(), days)
                .map(fresh -> withBaseline(fresh, Cusum.of(fresh, falseAlarmDays)))
                .orElseGet(() -> days.stream().anyMatch(DayTally::dropped) ? this : withBaseline(null, null));
    }

    private SeriesWatch withBaseline(Baseline usual, Cusum chart) {
        return new SeriesWatch(days, today, usual, chart, excursion, drop);
    }

    private Step observe(BucketTally bucket) {
        var next = new SeriesWatch(days, today.plus(bucket.tally()), baseline, cusum, excursion, drop);
        if (cusum == null) {
            return new Step(next, null);
        }
        return drop == null ? next.lookForDrop(bucket) : next.lookForRecovery(bucket);
    }

    private Step lookForDrop(BucketTally bucket) {
        var moved = excursion.after(bucket, cusum.afterIfWorse(excursion.statistic(), bucket.tally()));
        if (moved.statistic() < cusum.threshold()) {
            return new Step(withExcursion(moved), null);
        }
        var found = new Drop(moved.since(), bucket.end(), baseline.tally(), moved.tally(), null);
        var since = BucketTally.dayOf(found.since());
        var marked = days.stream()
                .map(day -> day.day().isBefore(since) ? day : day.withDropped(true))
                .toList();
        var watch = new SeriesWatch(marked, today.withDropped(true), baseline, cusum, Excursion.REST, found);
        return new Step(watch, found);
    }

    private Step lookForRecovery(BucketTally bucket) {
        var moved = excursion.after(bucket, cusum.afterIfBetter(excursion.statistic(), bucket.tally()));
        if (moved.statistic() < cusum.threshold()) {
            return new Step(withExcursion(moved), null);
        }
        var watch = new SeriesWatch(days, today, baseline, cusum, Excursion.REST, null);
        return new Step(watch, drop.recovered(moved, bucket.end()));
    }

    private SeriesWatch withExcursion(Excursion moved) {
        return new SeriesWatch(days, today, baseline, cusum, moved, drop);
    }
}
