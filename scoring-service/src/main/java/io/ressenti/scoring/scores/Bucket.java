package io.ressenti.scoring.scores;

import java.time.OffsetDateTime;
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

    /** A bucket's name is its start: a time for an hour, a date for anything longer. */
    String label(OffsetDateTime start) {
        return switch (this) {
            case HOUR -> start.toInstant().toString();
            case DAY, WEEK, MONTH -> start.toLocalDate().toString();
        };
    }
}
