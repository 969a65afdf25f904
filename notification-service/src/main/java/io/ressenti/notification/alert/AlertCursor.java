package io.ressenti.notification.alert;

import io.ressenti.notification.alert.model.Alert;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The place in the list after which a page begins: an alert's urgency, opening and id. */
record AlertCursor(int urgency, Instant openedAt, String id) {

    /** Before everything: the first page begins after it. */
    static final AlertCursor START = new AlertCursor(Short.MAX_VALUE, Instant.parse("9999-12-31T00:00:00Z"), "");

    static AlertCursor after(Alert alert) {
        return new AlertCursor(alert.severity().ordinal(), alert.openedAt(), alert.id());
    }

    /**
     * Reads what {@link #text()} wrote; null is the start.
     *
     * @throws ProblemException 400 where it is something else
     */
    static AlertCursor of(String text) {
        if (text == null) {
            return START;
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\|", 3);
            return new AlertCursor(Short.parseShort(parts[0]), Instant.parse(parts[1]), parts[2]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new ProblemException(Problem.malformed(
                    "The query parameter cursor is not one that this list gave. Start again without it."));
        }
    }

    String text() {
        var plain = urgency + "|" + openedAt + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
