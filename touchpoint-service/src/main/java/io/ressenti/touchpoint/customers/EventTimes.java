package io.ressenti.touchpoint.customers;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** When something was found out, as clients say it. */
final class EventTimes {

    /** As for touchpoints: clocks run fast, and time zones are mistaken, by a day at most. */
    private static final Duration MAX_AHEAD = Duration.ofHours(24);

    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

    private EventTimes() {}

    /**
     * The time that a request names, in the microseconds that PostgreSQL keeps; {@code now} where it names none.
     *
     * @throws ProblemException 422 where it cannot be right
     */
    static Instant of(Instant occurredAt, Instant now) {
        if (occurredAt == null) {
            return now;
        }
        if (occurredAt.isBefore(EARLIEST)) {
            throw new ProblemException(Problem.invalid(
                    "/occurredAt", "It lies before 1970-01-02: check the unit that it was converted from."));
        }
        if (occurredAt.isAfter(now.plus(MAX_AHEAD))) {
            var message =
                    "The time lies more than 24 hours ahead of our clock. Check the sender's clock and time zone.";
            throw new ProblemException(Problem.of(422, "future-time", "The time lies in the future", message)
                    .withErrors(List.of(new Violation("/occurredAt", message))));
        }
        return occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
