package io.ressenti.console.story;

import io.ressenti.console.service.Alert;
import io.ressenti.console.service.Journey;
import io.ressenti.console.service.TouchpointsApi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The part of a customer's life that an alert's story shows: the alert's journey; where it names none, the months before its
 * cause. Times are event times, because an alert may be raised long after what caused it, by a replay for instance.
 */
@ApplicationScoped
class Surroundings {

    /** The most moments that one line can still tell. */
    static final int MOMENTS = 100;

    private static final Duration LOOK_BACK = Duration.ofDays(90);
    private static final Duration LOOK_AHEAD = Duration.ofDays(1);

    private static final int PAGE_SIZE = 200;

    /** Nobody lives through more within the months shown; what a machine does under a customer's name must not hold the page up. */
    private static final int MOST_PAGES = 25;

    private final TouchpointsApi touchpoints;

    Surroundings(@RestClient TouchpointsApi touchpoints) {
        this.touchpoints = touchpoints;
    }

    /** The moments around {@code alert}'s cause, the cause among them; fails as touchpoint-service does. */
    Uni<Journey> of(Alert alert, String bearer) {
        boolean whole = alert.journeyId() != null;
        var from = whole ? null : alert.causedAt().minus(LOOK_BACK);
        var to = whole ? null : alert.causedAt().plus(LOOK_AHEAD);
        return read(new Part(bearer, alert, from, to), null, List.of(), MOST_PAGES)
                .map(items -> new Journey(around(items, alert.causedAt()), null));
    }

    /**
     * The last {@value #MOMENTS} of {@code items}, which are in the order of time; fewer of the last ones where the newest moment
     * up to {@code cause} would not be among them otherwise.
     */
    static List<Journey.Item> around(List<Journey.Item> items, Instant cause) {
        int last = items.size() - MOMENTS;
        if (last <= 0) {
            return items;
        }
        long upToCause =
                items.stream().filter(item -> !item.occurredAt().isAfter(cause)).count();
        int start = (int) Math.min(last, Math.max(0, upToCause - MOMENTS / 2));
        return items.subList(start, start + MOMENTS);
    }

    private Uni<List<Journey.Item>> read(Part part, String cursor, List<Journey.Item> earlier, int pagesLeft) {
        return page(part, cursor).flatMap(page -> {
            var items = new ArrayList<>(earlier);
            items.addAll(page.items());
            return page.next() == null || pagesLeft == 1
                    ? Uni.createFrom().item(items)
                    : read(part, page.next(), items, pagesLeft - 1);
        });
    }

    private Uni<Journey> page(Part part, String cursor) {
        var alert = part.alert();
        return touchpoints.journey(
                part.bearer(), alert.customer(), alert.journeyId(), part.from(), part.to(), cursor, PAGE_SIZE);
    }

    private record Part(String bearer, Alert alert, Instant from, Instant to) {}
}
