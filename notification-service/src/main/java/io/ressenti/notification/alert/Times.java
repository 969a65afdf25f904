package io.ressenti.notification.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as PostgreSQL keeps it. */
final class Times {

    private Times() {}

    /** Now, to the microsecond: what is answered at once equals what is read later. */
    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
