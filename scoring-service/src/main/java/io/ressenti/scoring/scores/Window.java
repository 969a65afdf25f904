package io.ressenti.scoring.scores;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A window of event time, [from, to).
 *
 * @param from null: since the beginning
 * @param to   null: without end
 */
record Window(Instant from, Instant to) {

    /** No event lies outside of these two; both begin a month, and PostgreSQL holds both. */
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** The window cut up without gap or overlap, so that as much as possible is read at {@code longest}, in order of time. */
    List<Stretch> stretches(Resolution longest) {
        return stretches(longest, from == null ? BEGINNING : from, to == null ? END : to)
                .toList();
    }

    /** Whether it has a start and an end. */
    boolean isClosed() {
        return from != null && to != null;
    }

    /** The window of the same length right before this one, which is closed; shorter where time begins before that. */
    Window before() {
        var start = from.minus(Duration.between(from, to));
        return new Window(start.isBefore(BEGINNING) ? BEGINNING : start, from);
    }

    private static Stream<Stretch> stretches(Resolution resolution, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Stream.empty();
        }
        var first = resolution.ceiling(from);
        var end = resolution.floor(to);
        if (first.isBefore(end)) {
            var whole = Stream.of(new Stretch(resolution, first, end));
            return Stream.of(finer(resolution, from, first), whole, finer(resolution, end, to))
                    .flatMap(part -> part);
        }
        return finer(resolution, from, to);
    }

    private static Stream<Stretch> finer(Resolution resolution, Instant from, Instant to) {
        return from.isBefore(to) ? stretches(resolution.finer(), from, to) : Stream.empty();
    }
}
