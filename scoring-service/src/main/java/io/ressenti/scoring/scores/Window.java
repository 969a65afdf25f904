package io.ressenti.scoring.scores;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A window of event time, [from, to).
 *
 * @param from null: since the beginning
 * @param to   null: without end
 */
record Window(Instant from, Instant to) {

    /** Whole hours that no event lies outside of; PostgreSQL holds both. */
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    Instant start() {
        return from == null ? BEGINNING : from;
    }

    Instant end() {
        return to == null ? END : to;
    }

    /** Where the window's whole hours start; {@link #end()} where it has none. */
    Instant wholeHoursStart() {
        var floor = start().truncatedTo(ChronoUnit.HOURS);
        var ceiling = floor.equals(start()) ? floor : floor.plus(1, ChronoUnit.HOURS);
        return ceiling.isAfter(end()) ? end() : ceiling;
    }

    /** Where the window's whole hours end; {@link #wholeHoursStart()} where it has none. */
    Instant wholeHoursEnd() {
        var floor = end().truncatedTo(ChronoUnit.HOURS);
        return floor.isBefore(wholeHoursStart()) ? wholeHoursStart() : floor;
    }
}
