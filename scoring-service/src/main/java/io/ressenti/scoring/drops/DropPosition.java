package io.ressenti.scoring.drops;

import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.http.Parameters;
import java.time.Instant;

/** Where a page of drops ends: after this one. */
record DropPosition(Instant detectedAt, String touchpoint, String channel, String partner) {

    private static final int KEYS = 4;

    /** Before all drops. */
    static final DropPosition FIRST = new DropPosition(Parameters.LATEST, "", "", "");

    /** The position that {@code cursor} stands for; the first where there is none. */
    static DropPosition read(String cursor) {
        if (cursor == null || cursor.isBlank()) {
            return FIRST;
        }
        var keys = Cursor.read(cursor, KEYS);
        return new DropPosition(Parameters.time("cursor", keys.get(0), null), keys.get(1), keys.get(2), keys.get(3));
    }

    static DropPosition of(DropView last) {
        return new DropPosition(last.detectedAt(), last.touchpoint(), orNone(last.channel()), orNone(last.partner()));
    }

    String cursor() {
        return Cursor.of(detectedAt.toString(), touchpoint, channel, partner);
    }

    private static String orNone(String code) {
        return code == null ? WatchedSeries.NONE : code;
    }
}
