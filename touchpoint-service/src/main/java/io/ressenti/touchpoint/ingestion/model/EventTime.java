package io.ressenti.touchpoint.ingestion.model;

import java.time.Duration;
import java.time.Instant;

/**
 * When an event happened, by a clock that is right.
 *
 * @param occurredAt       when it happened
 * @param clientOccurredAt what the client said, where its clock was wrong; null otherwise
 */
record EventTime(Instant occurredAt, Instant clientOccurredAt) {

    /**
     * Puts a client's clock right: what it says about now ({@code sentAt}) against what we know ({@code receivedAt}). Beyond
     * {@code skewLimit} only the time that passed between the event and its sending is believed, which a wrong clock measures
     * well, and counted back from when we received it.
     *
     * @param sentAt null where the client does not say: its clock is taken as right then
     */
    static EventTime of(Instant occurredAt, Instant sentAt, Instant receivedAt, Duration skewLimit) {
        if (sentAt == null || Duration.between(sentAt, receivedAt).abs().compareTo(skewLimit) <= 0) {
            return new EventTime(occurredAt, null);
        }
        var age = occurredAt.isBefore(sentAt) ? Duration.between(occurredAt, sentAt) : Duration.ZERO;
        return new EventTime(receivedAt.minus(age), occurredAt);
    }
}
