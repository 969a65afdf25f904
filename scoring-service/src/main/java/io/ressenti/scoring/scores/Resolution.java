package io.ressenti.scoring.scores;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/** How finely a stretch of a window is read, the longest first: the longer, the fewer rows. */
enum Resolution {
    MONTH(time -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS), time -> time.plusMonths(1)),
    DAY(time -> time.truncatedTo(ChronoUnit.DAYS), time -> time.plusDays(1)),
    HOUR(time -> time.truncatedTo(ChronoUnit.HOURS), time -> time.plusHours(1)),
    /** Signal by signal. */
    SIGNAL(UnaryOperator.identity(), UnaryOperator.identity());

    private final UnaryOperator<OffsetDateTime> start;
    private final UnaryOperator<OffsetDateTime> next;

    Resolution(UnaryOperator<OffsetDateTime> start, UnaryOperator<OffsetDateTime> next) {
        this.start = start;
        this.next = next;
    }

    /** The last boundary that is not after {@code time}. */
    Instant floor(Instant time) {
        return start.apply(time.atOffset(ZoneOffset.UTC)).toInstant();
    }

    /** The first boundary that is not before {@code time}. */
    Instant ceiling(Instant time) {
        var floor = floor(time);
        return floor.equals(time)
                ? time
                : next.apply(floor.atOffset(ZoneOffset.UTC)).toInstant();
    }

    /** The start of the row that spans of this length are packed into: days by month, months by year. */
    Instant period(Instant time) {
        var start = floor(time).atOffset(ZoneOffset.UTC);
        return switch (this) {
            case DAY -> start.withDayOfMonth(1).toInstant();
            case MONTH -> start.withDayOfYear(1).toInstant();
            case HOUR, SIGNAL -> throw new IllegalStateException(this + " is not packed");
        };
    }

    /** Whether spans of this length are packed once they have ended. */
    boolean packed() {
        return this == DAY || this == MONTH;
    }

    /** The next finer one. */
    Resolution finer() {
        return values()[ordinal() + 1];
    }
}
