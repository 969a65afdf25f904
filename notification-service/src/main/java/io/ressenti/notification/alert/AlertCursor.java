package io.ressenti.notification.alert;

import io.ressenti.notification.alert.model.Alert;
import io.ressenti.platform.http.Cursor;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;

/** The place in the list after which a page begins: an alert's urgency, opening and id. */
record AlertCursor(short urgency, Instant openedAt, String id) {

    /** Before everything: the first page begins after it. */
    private static final AlertCursor START =
            new AlertCursor(Short.MAX_VALUE, Instant.parse("9999-12-31T00:00:00Z"), "");

    private static final int KEYS = 3;

    /** The cursor that continues after {@code alert}. */
    static String after(Alert alert) {
        return Cursor.of(
                Integer.toString(alert.severity().ordinal()), alert.openedAt().toString(), alert.id());
    }

    /**
     * Reads what {@link #after} wrote; null is the start.
     *
     * @throws ProblemException 422 where it is something else
     */
    static AlertCursor read(String cursor) {
        if (cursor == null) {
            return START;
        }
        var keys = Cursor.read(cursor, KEYS);
        try {
            return new AlertCursor(Short.parseShort(keys.get(0)), Instant.parse(keys.get(1)), keys.get(2));
        } catch (NumberFormatException | DateTimeException e) {
            throw new ProblemException(Problem.invalid(
                    "", "The parameter cursor is not one that this list returned. Leave it out to start anew."));
        }
    }
}
