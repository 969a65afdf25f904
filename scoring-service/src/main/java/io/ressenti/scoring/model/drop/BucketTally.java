package io.ressenti.scoring.model.drop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The signals of five minutes of event time. The order of signals within them is of no account: only the tally is looked at.
 *
 * @param start whole five minutes of the hour
 */
public record BucketTally(Instant start, Tally tally) {

    /** How long a bucket is; a day holds a whole number of them. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    /** The start of the bucket that {@code time} lies in. */
    public static Instant startOf(Instant time) {
        var seconds = LENGTH.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    Instant end() {
        return start.plus(LENGTH);
    }

    LocalDate day() {
        return dayOf(start);
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
