package io.ressenti.touchpoint.catalogue.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Time is counted in seconds 0 to 20; now is 10. */
class PromiseHistoryPropertyTest {

    private static final int END = 20;
    private static final Instant NOW = time(10);
    private static final List<String> MEASURES = List.of("a", "b");

    @Property
    void versionsOfAPromiseNeverOverlap(
            @ForAll("histories") List<Promise> stored, @ForAll("requests") List<Promise> wanted) {
        var history = PromiseHistory.change(stored, wanted, NOW);

        for (int i = 0; i < history.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(PromiseHistory.overlap(history.get(i), history.get(j)))
                        .isFalse();
            }
        }
    }

    @Property
    void whatIsShownCanBePutBackAndChangesNothing(
            @ForAll("histories") List<Promise> stored,
            @ForAll("requests") List<Promise> wanted,
            @ForAll @IntRange(max = END) int later) {
        var history = PromiseHistory.change(stored, wanted, NOW);

        assertThat(PromiseHistory.change(history, history, time(later))).isEqualTo(history);
    }

    @Property
    void doingItTwiceIsDoingItOnce(
            @ForAll("histories") List<Promise> stored, @ForAll("requests") List<Promise> wanted) {
        var history = PromiseHistory.change(stored, wanted, NOW);

        assertThat(PromiseHistory.change(history, wanted, NOW)).isEqualTo(history);
    }

    @Property
    void withoutAStartThePastStays(
            @ForAll("histories") List<Promise> stored,
            @ForAll("fromNowOn") List<Promise> wanted,
            @ForAll @IntRange(max = 9) int past) {
        var history = PromiseHistory.change(stored, wanted, NOW);

        for (var measure : MEASURES) {
            assertThat(saidAt(past, measure, history)).isEqualTo(saidAt(past, measure, stored));
        }
    }

    @Property
    void withoutAStartItHoldsNow(@ForAll("histories") List<Promise> stored, @ForAll("fromNowOn") List<Promise> wanted) {
        var history = PromiseHistory.change(stored, wanted, NOW);

        for (var measure : MEASURES) {
            assertThat(saidAt(10, measure, history)).isEqualTo(saidAt(10, measure, wanted));
        }
    }

    @Property
    void withAStartItHoldsFromThenOnAndThePastStays(
            @ForAll("histories") List<Promise> stored,
            @ForAll("oneVersion") Promise wanted,
            @ForAll @IntRange(max = END) int at) {
        var history = PromiseHistory.change(stored, List.of(wanted), NOW);

        var expected = time(at).isBefore(wanted.since()) ? stored : List.of(wanted);
        assertThat(saidAt(at, wanted.measure(), history)).isEqualTo(saidAt(at, wanted.measure(), expected));
    }

    @Provide
    Arbitrary<List<Promise>> histories() {
        return Combinators.combine(versions("a"), versions("b")).as(PromiseHistoryPropertyTest::concatenated);
    }

    @Provide
    Arbitrary<List<Promise>> requests() {
        return Arbitraries.oneOf(histories(), fromNowOn(), histories().map(List::reversed));
    }

    @Provide
    Arbitrary<List<Promise>> fromNowOn() {
        return Arbitraries.subsetOf(MEASURES).flatMap(measures -> limits().map(limit ->
                measures.stream().map(measure -> Promise.of(measure, limit, 1)).toList()));
    }

    @Provide
    Arbitrary<Promise> oneVersion() {
        return Combinators.combine(limits(), Arbitraries.integers().between(0, END))
                .as((limit, since) -> Promise.of("a", limit, 1).during(time(since), null));
    }

    private static Arbitrary<Integer> limits() {
        return Arbitraries.of(1, 2);
    }

    /** Versions one after the other, with gaps here and there, the first and the last one open or not. */
    private static Arbitrary<List<Promise>> versions(String measure) {
        var times = Arbitraries.integers().between(0, END).set().ofMaxSize(5);
        var gaps = Arbitraries.of(true, false).list().ofSize(8);
        return Combinators.combine(times, gaps, limits().list().ofSize(8)).as((marks, kept, limits) -> {
            List<Instant> borders = new ArrayList<>();
            borders.add(null);
            marks.stream().sorted().map(PromiseHistoryPropertyTest::time).forEach(borders::add);
            borders.add(null);
            List<Promise> versions = new ArrayList<>();
            for (int i = 0; i + 1 < borders.size(); i++) {
                if (kept.get(i)) {
                    var content = new Promise(measure, limits.get(i), 1, null, Map.of(), null, null);
                    versions.add(content.during(borders.get(i), borders.get(i + 1)));
                }
            }
            return versions;
        });
    }

    /** What is promised about {@code measure} then, whatever its period. */
    private static Optional<Double> saidAt(int time, String measure, List<Promise> history) {
        return history.stream()
                .filter(promise -> promise.measure().equals(measure) && promise.isInForceAt(time(time)))
                .map(Promise::limit)
                .findFirst();
    }

    private static List<Promise> concatenated(List<Promise> first, List<Promise> second) {
        List<Promise> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Instant time(int second) {
        return Instant.EPOCH.plusSeconds(second);
    }
}
