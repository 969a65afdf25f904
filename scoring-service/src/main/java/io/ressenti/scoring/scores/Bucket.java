package io.ressenti.scoring.scores;

import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Spans of event time, in UTC; a week starts on Monday (ISO 8601). */
enum Bucket {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The start of the bucket that a day or a month that begins at {@code start} belongs to; an hour's is its own. */
    OffsetDateTime floor(OffsetDateTime start) {
        return switch (this) {
            case HOUR, DAY -> start;
            case WEEK -> start.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> start.withDayOfMonth(1);
        };
    }

    /** A bucket's name is its start: a time for an hour, a date for anything longer. */
    String label(OffsetDateTime start) {
        return switch (this) {
            case HOUR -> start.toInstant().toString();
            case DAY, WEEK, MONTH -> start.toLocalDate().toString();
        };
    }
}
