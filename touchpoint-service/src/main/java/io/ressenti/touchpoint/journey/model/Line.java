package io.ressenti.touchpoint.journey.model;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.contracts.Outcome;
import io.ressenti.contracts.PromiseMeasured;
import io.ressenti.contracts.TouchpointRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A line of a customer's timeline, ready to be stored.
 *
 * @param fingerprint    of what was said; see {@link Fingerprint}
 * @param occurredAt     event time, in the microseconds that PostgreSQL keeps
 * @param receivedAt     when we received the event from outside
 * @param revision       how often an answer was amended; 0 as first stated, and for touchpoints
 * @param journeyId      the journey it belongs to; null for none
 * @param failed         whether the outcome was a failure
 * @param brokenPromises how many promises were broken
 * @param json           the event, as it stood on its topic
 */
public record Line(
        EventKey key,
        UUID fingerprint,
        String customer,
        Instant occurredAt,
        Instant receivedAt,
        int revision,
        String journeyId,
        boolean failed,
        int brokenPromises,
        String json) {

    public Line {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** The line that a touchpoint leaves. */
    public static Line of(TouchpointRecorded event, String json) {
        return new Line(
                new EventKey(event.brand(), Kind.TOUCHPOINT, event.source(), event.id()),
                Fingerprint.of(event),
                event.customer(),
                event.occurredAt(),
                event.receivedAt(),
                0,
                event.journeyId(),
                event.outcome() == Outcome.FAILURE,
                broken(event),
                json);
    }

    /** The line that an answer leaves. */
    public static Line of(FeedbackRecorded event, String json) {
        return new Line(
                new EventKey(event.brand(), Kind.FEEDBACK, event.source(), event.id()),
                Fingerprint.of(event),
                event.customer(),
                event.occurredAt(),
                event.receivedAt(),
                event.revision() == null ? 0 : event.revision(),
                event.journeyId(),
                false,
                0,
                json);
    }

    /** Whether it says something else than what was first stated under its key. */
    public boolean isAmended() {
        return revision > 0;
    }

    /** The first day of the month (UTC) that it happened in. */
    public LocalDate month() {
        return occurredAt.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    }

    private static int broken(TouchpointRecorded event) {
        var broken = 0;
        for (PromiseMeasured promise : event.promises()) {
            if (promise.brokenBy() > 0) {
                broken++;
            }
        }
        return broken;
    }
}
