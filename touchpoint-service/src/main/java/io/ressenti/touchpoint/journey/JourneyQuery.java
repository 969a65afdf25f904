package io.ressenti.touchpoint.journey;

import java.time.Instant;
import java.util.List;

/**
 * Which part of which timeline.
 *
 * @param customers only these identifiers; empty for all in the journey
 * @param journeyId only this journey; null for all of the customers
 * @param from      not before this time
 * @param to        before this time
 * @param after     only what comes after this line
 * @param limit     at most so many lines
 */
record JourneyQuery(
        String brand, List<String> customers, String journeyId, Instant from, Instant to, Position after, int limit) {

    /** The earliest time that can be in the answer: what tells PostgreSQL which months to leave alone. */
    Instant earliest() {
        return from.isAfter(after.occurredAt()) ? from : after.occurredAt();
    }
}
