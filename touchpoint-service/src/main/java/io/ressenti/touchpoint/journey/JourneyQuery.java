package io.ressenti.touchpoint.journey;

import java.time.Instant;

/**
 * Which part of whose timeline.
 *
 * @param journeyId only this journey; null for all
 * @param from      not before this time
 * @param to        before this time
 * @param after     only what comes after this line
 * @param limit     at most so many lines
 */
record JourneyQuery(
        String brand, String customer, String journeyId, Instant from, Instant to, Position after, int limit) {}
