package io.ressenti.touchpoint.catalogue.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a touchpoint promised when. A list of promises is a history where those about the same measure stand together, in the
 * order of time, and never overlap.
 */
public final class PromiseHistory {

    /** By {@code since}; from the beginning comes first. */
    private static final Comparator<Promise> BY_TIME =
            Comparator.comparing(Promise::since, Comparator.nullsFirst(Comparator.naturalOrder()));

    private PromiseHistory() {}

    /** The history that {@code promises} tell, in whatever order they stand. */
    public static List<Promise> of(List<Promise> promises) {
        return promises.stream()
                .collect(Collectors.groupingBy(Promise::measure, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(versions -> versions.stream().sorted(BY_TIME))
                .toList();
    }

    /** Whether both are about the same measure and there is a time at which both hold. */
    public static boolean overlap(Promise one, Promise other) {
        return one.measure().equals(other.measure()) && startsBeforeEndOf(one, other) && startsBeforeEndOf(other, one);
    }

    /**
     * What {@code stored} becomes where {@code wanted} is asked for. For each measure:
     *
     * <ul>
     *   <li>An entry with neither {@code since} nor {@code until} that says the same as the promise in force changes nothing.
     *   <li>Entries of which none names a {@code since} speak of the time from {@code now} on; what was promised before stays.
     *   <li>Other entries stand as they are, from the first one's {@code since} on; what was promised before that stays.
     *   <li>No entry: nothing is promised from {@code now} on.
     * </ul>
     *
     * @param stored a history
     * @param wanted promises of which no two overlap
     * @return a history: the measures in the order of {@code wanted}, then those that are not promised any more
     */
    public static List<Promise> change(List<Promise> stored, List<Promise> wanted, Instant now) {
        var before = byMeasure(stored);
        var after = byMeasure(of(wanted));
        before.keySet().forEach(measure -> after.putIfAbsent(measure, List.of()));
        return after.entrySet().stream()
                .flatMap(entry ->
                        changeOne(before.getOrDefault(entry.getKey(), List.of()), entry.getValue(), now).stream())
                .toList();
    }

    private static List<Promise> changeOne(List<Promise> stored, List<Promise> wanted, Instant now) {
        if (wanted.equals(stored) || goesOn(stored, wanted, now)) {
            return stored;
        }
        var fromNowOn = wanted.stream().allMatch(promise -> promise.since() == null);
        var from = fromNowOn ? now : wanted.getFirst().since();
        return joined(before(from, stored), from(from, wanted));
    }

    private static boolean goesOn(List<Promise> stored, List<Promise> wanted, Instant now) {
        return wanted.size() == 1
                && wanted.getFirst().since() == null
                && wanted.getFirst().until() == null
                && stored.stream()
                        .anyMatch(promise -> promise.isInForceAt(now) && promise.saysTheSameAs(wanted.getFirst()));
    }

    private static List<Promise> before(Instant end, List<Promise> promises) {
        return promises.stream()
                .filter(promise -> end != null
                        && (promise.since() == null || promise.since().isBefore(end)))
                .map(promise -> promise.until() == null || promise.until().isAfter(end)
                        ? promise.during(promise.since(), end)
                        : promise)
                .toList();
    }

    private static List<Promise> from(Instant start, List<Promise> promises) {
        return promises.stream()
                .filter(promise -> start == null
                        || promise.until() == null
                        || promise.until().isAfter(start))
                .map(promise -> promise.since() == null ? promise.during(start, promise.until()) : promise)
                .toList();
    }

    /** One after the other; a promise that merely goes on is one promise. */
    private static List<Promise> joined(List<Promise> before, List<Promise> after) {
        if (before.isEmpty() || after.isEmpty() || !continues(before.getLast(), after.getFirst())) {
            return concatenated(before, after);
        }
        var whole = before.getLast()
                .during(before.getLast().since(), after.getFirst().until());
        return concatenated(
                before.subList(0, before.size() - 1), concatenated(List.of(whole), after.subList(1, after.size())));
    }

    private static boolean continues(Promise earlier, Promise later) {
        return Objects.equals(earlier.until(), later.since()) && earlier.saysTheSameAs(later);
    }

    private static List<Promise> concatenated(List<Promise> first, List<Promise> second) {
        List<Promise> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    private static boolean startsBeforeEndOf(Promise one, Promise other) {
        return one.since() == null || other.until() == null || one.since().isBefore(other.until());
    }

    private static Map<String, List<Promise>> byMeasure(List<Promise> history) {
        return history.stream()
                .collect(Collectors.groupingBy(Promise::measure, LinkedHashMap::new, Collectors.toList()));
    }
}
