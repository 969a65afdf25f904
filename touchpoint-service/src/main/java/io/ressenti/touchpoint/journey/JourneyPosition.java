package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Parameters;
import java.time.Instant;

/** Where a journey stands in a customer's list: the one that began last comes first. */
record JourneyPosition(Instant firstAt, String journeyId) {

    private static final int KEYS = 2;

    /** Before every journey. */
    private static final JourneyPosition START = new JourneyPosition(Parameters.LATEST, "");

    static JourneyPosition of(JourneySummary journey) {
        return new JourneyPosition(journey.firstAt(), journey.journeyId());
    }

    static JourneyPosition read(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        var keys = Cursor.read(cursor, KEYS);
        return new JourneyPosition(Parameters.time("cursor", keys.get(0), Instant.EPOCH), keys.get(1));
    }

    String cursor() {
        return Cursor.of(firstAt.toString(), journeyId);
    }
}
