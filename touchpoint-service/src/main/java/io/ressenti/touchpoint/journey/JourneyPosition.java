package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Parameters;
import java.time.Instant;

/** Where a journey stands in a customer's list: the one that began last comes first. */
record JourneyPosition(Instant firstAt, String journeyId, String customer) {

    private static final int KEYS = 3;

    /** Before every journey. */
    private static final JourneyPosition START = new JourneyPosition(Parameters.LATEST, "", "");

    static JourneyPosition of(JourneySummary journey) {
        return new JourneyPosition(journey.firstAt(), journey.journeyId(), journey.customer());
    }

    static JourneyPosition read(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return START;
        }
        var keys = Cursor.read(cursor, KEYS);
        return new JourneyPosition(Parameters.time("cursor", keys.get(0), Instant.EPOCH), keys.get(1), keys.get(2));
    }

    String cursor() {
        return Cursor.of(firstAt.toString(), journeyId, customer);
    }
}
