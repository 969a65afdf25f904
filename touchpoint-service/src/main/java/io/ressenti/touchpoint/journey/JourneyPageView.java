package io.ressenti.touchpoint.journey;

import io.ressenti.platform.http.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A journey, and a part of its timeline in event time.
 *
 * @param customers      who lived it; mostly one
 * @param failures       touchpoints whose outcome was a failure
 * @param brokenPromises promises that were broken
 * @param next           cursor of the next part; null on the last one
 */
record JourneyPageView(
        String journeyId,
        List<String> customers,
        Instant firstAt,
        Instant lastAt,
        int touchpoints,
        int feedback,
        int failures,
        int brokenPromises,
        List<JourneyEntry> items,
        String next) {

    /** @param parts the journey as each of its customers lived it, at least one */
    static JourneyPageView of(List<JourneySummary> parts, Page<JourneyEntry> lines) {
        return new JourneyPageView(
                parts.getFirst().journeyId(),
                parts.stream().map(JourneySummary::customer).toList(),
                firstAt(parts),
                lastAt(parts),
                sum(parts, JourneySummary::touchpoints),
                sum(parts, JourneySummary::feedback),
                sum(parts, JourneySummary::failures),
                sum(parts, JourneySummary::brokenPromises),
                lines.items(),
                lines.next());
    }

    static Instant firstAt(List<JourneySummary> parts) {
        return parts.stream()
                .map(JourneySummary::firstAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Instant lastAt(List<JourneySummary> parts) {
        return parts.stream()
                .map(JourneySummary::lastAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static int sum(List<JourneySummary> parts, ToIntFunction<JourneySummary> number) {
        return parts.stream().mapToInt(number).sum();
    }
}
