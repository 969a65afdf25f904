package io.ressenti.touchpoint.journey;

import java.time.Instant;
import java.util.List;

/**
 * A journey in numbers, as all its customers lived it.
 *
 * @param customers      who lived it: the first of them by name
 * @param customersTotal how many they are
 * @param firstAt        event time of its first line
 * @param lastAt         event time of its last line
 * @param failures       touchpoints whose outcome was a failure
 * @param brokenPromises promises that were broken; one touchpoint can break several
 */
record JourneyTotals(
        String journeyId,
        List<String> customers,
        long customersTotal,
        Instant firstAt,
        Instant lastAt,
        long touchpoints,
        long feedback,
        long failures,
        long brokenPromises) {}
