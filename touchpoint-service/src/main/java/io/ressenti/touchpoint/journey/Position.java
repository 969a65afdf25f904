package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Parameters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a line stands in a timeline: event time first; the rest makes the order total. */
record Position(Instant occurredAt, String kind, String source, String id) {

    private static final int KEYS = 4;

    /** Before every line. */
    static final Position START = new Position(Instant.EPOCH, "", "", "");

    static Position of(JourneyEntry entry) {
        // PostgreSQL keeps microseconds, and compares by them.
        var occurredAt = entry.occurredAt().truncatedTo(ChronoUnit.MICROS);
        return new Position(occurredAt, entry.kind().name(), entry.source(), entry.id());
    }

    static Position read(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        var keys = Cursor.read(cursor, KEYS);
        return new Position(
                Parameters.time("cursor", keys.get(0), Instant.EPOCH), keys.get(1), keys.get(2), keys.get(3));
    }

    String cursor() {
        return Cursor.of(occurredAt.toString(), kind, source, id);
    }
}
