package io.ressenti.touchpoint.journey;

import java.time.Instant;

/**
 * A customer's journey in numbers: an order, a visit, a case.
 *
 * @param firstAt        event time of its first line
 * @param lastAt         event time of its last line
 * @param failures       touchpoints whose outcome was a failure
 * @param brokenPromises promises that were broken; one touchpoint can break several
 */
record JourneySummary(
        String journeyId,
        String customer,
        Instant firstAt,
        Instant lastAt,
        int touchpoints,
        int feedback,
        int failures,
        int brokenPromises) {}
