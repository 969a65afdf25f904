package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Page;
import java.time.Instant;
import java.util.List;

/**
 * A journey, and a part of its timeline in event time.
 *
 * @param customers      who lived it, mostly one; at most the first 100 by name
 * @param customersTotal how many lived it
 * @param failures       touchpoints whose outcome was a failure
 * @param brokenPromises promises that were broken
 * @param next           cursor of the next part; null on the last one
 */
record JourneyPageView(
        String journeyId,
        List<String> customers,
        long customersTotal,
        Instant firstAt,
        Instant lastAt,
        long touchpoints,
        long feedback,
        long failures,
        long brokenPromises,
        List<JourneyEntry> items,
        String next) {

    static JourneyPageView of(JourneyTotals journey, Page<JourneyEntry> lines) {
        return new JourneyPageView(
                journey.journeyId(),
                journey.customers(),
                journey.customersTotal(),
                journey.firstAt(),
                journey.lastAt(),
                journey.touchpoints(),
                journey.feedback(),
                journey.failures(),
                journey.brokenPromises(),
                lines.items(),
                lines.next());
    }
}
