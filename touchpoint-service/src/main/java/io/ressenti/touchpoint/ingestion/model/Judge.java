package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.TouchpointRecorded;
import io.ressenti.platform.problem.Excerpt;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.Violation;
import io.ressenti.touchpoint.catalogue.model.Catalogue;
import io.ressenti.touchpoint.catalogue.model.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides whether an event is taken in, and completes it with what the catalogue knows.
 *
 * @param brand     the caller's brand
 * @param catalogue the brand's catalogue
 * @param receivedAt when the event was received
 * @param skewLimit  how far off a client's clock may be before its times are corrected
 */
public record Judge(String brand, Catalogue catalogue, Instant receivedAt, Duration skewLimit) {

    /** Clocks of tills and phones go wrong by hours, time zones included; by more than a day it is a mistake. */
    static final Duration FUTURE = Duration.ofHours(24);

    /** Decides about what was read. */
    public Verdict decide(Reading reading) {
        return switch (reading) {
            case Reading.Unreadable(var source, var id, var problem) -> new Verdict.Rejected(source, id, problem);
            case Reading.Readable(var event) -> decide(event);
        };
    }

    private Verdict decide(TouchpointEvent event) {
        var time = EventTime.of(event.occurredAt(), event.sentAt(), receivedAt, skewLimit);
        if (time.occurredAt().isAfter(receivedAt.plus(FUTURE))) {
            return rejected(event, futureTime());
        }
        if (time.occurredAt().isBefore(TouchpointRules.EARLIEST)) {
            return rejected(event, tooLongAgo());
        }
        return catalogue
                .find(event.touchpoint())
                .map(touchpoint -> decide(event, time, touchpoint))
                .orElseGet(() -> rejected(event, unknownTouchpoint(event.touchpoint())));
    }

    private Verdict decide(TouchpointEvent event, EventTime time, Touchpoint touchpoint) {
        return touchpoint.channels().contains(event.channel())
                ? new Verdict.Accepted(recorded(event, time, touchpoint))
                : rejected(event, unknownChannel(event.channel(), touchpoint));
    }

    private TouchpointRecorded recorded(TouchpointEvent event, EventTime time, Touchpoint touchpoint) {
        return new TouchpointRecorded(
                event.id(),
                event.source(),
                brand,
                event.customer(),
                event.journeyId(),
                event.touchpoint(),
                touchpoint.revision(),
                touchpoint.stage(),
                event.channel(),
                event.partner() == null ? touchpoint.partner() : event.partner(),
                time.occurredAt(),
                time.clientOccurredAt(),
                event.sentAt(),
                receivedAt,
                event.outcome(),
                event.measures(),
                touchpoint.promisesBeside(event.measures(), time.occurredAt()),
                event.attributes(),
                event.variant());
    }

    private static Verdict rejected(TouchpointEvent event, Problem problem) {
        return new Verdict.Rejected(event.source(), event.id(), problem);
    }

    private static Problem tooLongAgo() {
        return Problem.invalid(
                "/occurredAt",
                "It lies so long before sentAt that, by our clock, it happened before 1970-01-02. Check both times.");
    }

    private static Problem futureTime() {
        return problem(
                "future-time",
                "The event lies in the future",
                "/occurredAt",
                "The time lies more than 24 hours ahead of our clock. Check the sender's clock and time zone.");
    }

    private static Problem unknownTouchpoint(String code) {
        return problem(
                "unknown-touchpoint",
                "The catalogue does not hold this touchpoint",
                "/touchpoint",
                "The catalogue holds no touchpoint \"" + Excerpt.of(code)
                        + "\". Add it with PUT /api/v1/catalogue/touchpoints/CODE, then send the event again.");
    }

    private static Problem unknownChannel(String channel, Touchpoint touchpoint) {
        return problem(
                "unknown-channel",
                "The touchpoint does not have this channel",
                "/channel",
                "The touchpoint \"" + touchpoint.code() + "\" is not met on the channel \"" + Excerpt.of(channel)
                        + "\", but on "
                        + touchpoint.channels().stream().sorted().collect(Collectors.joining(", "))
                        + ". Send one of these, or add the channel with PUT /api/v1/catalogue/touchpoints/"
                        + touchpoint.code() + ".");
    }

    private static Problem problem(String kind, String title, String pointer, String message) {
        return Problem.of(422, kind, title, message).withErrors(List.of(new Violation(pointer, message)));
    }
}
