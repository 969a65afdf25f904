package io.ressenti.bench.drops;

import io.ressenti.scoring.model.drop.BucketTally;
import io.ressenti.scoring.model.drop.Drop;
import io.ressenti.scoring.model.drop.SeriesWatch;
import io.ressenti.scoring.model.drop.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A series, watched from its first signal to its last.
 *
 * @param partner     null where it is a whole touchpoint
 * @param watchedDays on how many days with signals something was usual, so that a drop could be found
 * @param drops       in the order in which they were detected
 */
record WatchedSeries(String touchpoint, String partner, long watchedDays, List<Drop> drops) {

    private static final double FALSE_ALARM_DAYS = 30;

    private record Key(String touchpoint, String partner) {}

    /** Every touchpoint and every touchpoint of a partner; a channel of Olist's has all of its touchpoint's signals. */
    static List<WatchedSeries> of(List<ObservedSignal> signals) {
        Map<Key, SortedMap<Instant, Tally>> buckets = new HashMap<>();
        for (var signal : signals) {
            add(buckets, new Key(signal.touchpoint(), null), signal);
            if (signal.partner() != null) {
                add(buckets, new Key(signal.touchpoint(), signal.partner()), signal);
            }
        }
        return buckets.entrySet().stream()
                .map(series -> watch(series.getKey(), series.getValue()))
                .toList();
    }

    private static void add(Map<Key, SortedMap<Instant, Tally>> buckets, Key series, ObservedSignal signal) {
        buckets.computeIfAbsent(series, key -> new TreeMap<>())
                .merge(BucketTally.startOf(signal.at()), new Tally(1, signal.dissatisfied() ? 1 : 0), Tally::plus);
    }

    private static WatchedSeries watch(Key series, SortedMap<Instant, Tally> buckets) {
        var watch = SeriesWatch.NEW;
        var days = new TreeSet<LocalDate>();
        Map<Instant, Drop> drops = new TreeMap<>();
        for (var bucket : buckets.entrySet()) {
            var step = watch.take(new BucketTally(bucket.getKey(), bucket.getValue()), FALSE_ALARM_DAYS);
            watch = step.watch();
            if (watch.usual().isPresent()) {
                days.add(LocalDate.ofInstant(bucket.getKey(), ZoneOffset.UTC));
            }
            if (step.changed() != null) {
                drops.put(step.changed().detectedAt(), step.changed());
            }
        }
        return new WatchedSeries(series.touchpoint, series.partner, days.size(), List.copyOf(drops.values()));
    }
}
