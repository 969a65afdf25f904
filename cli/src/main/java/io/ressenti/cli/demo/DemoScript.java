package io.ressenti.cli.demo;

import io.ressenti.cli.client.ClientEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * What happens in the demo, and when: without an end, and the same for the same seed. About one and a half events a second.
 */
final class DemoScript implements Iterator<DemoScript.Scene> {

    private static final double MEAN_SECONDS_BETWEEN_JOURNEYS = 2.4;
    private static final Duration OPENING_STEP = Duration.ofMillis(1500);

    private final SplittableRandom random;
    private final String run;
    private final PriorityQueue<Scene> upcoming =
            new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparing(Scene::id));
    private Duration nextJourneyAt = Duration.ofSeconds(2);
    private int journeys;

    /** @param run makes the ids of this run different from those of all others */
    DemoScript(long seed, String run) {
        this.random = new SplittableRandom(seed);
        this.run = run;
        openWith(Journey.opening());
    }

    /**
     * One event to come.
     *
     * @param at when, counted from the start of the demo
     */
    record Scene(Duration at, String id, String customer, String journeyId, Moment moment) {

        /** The event, happening now. */
        ClientEvent event(Instant now) {
            return moment.asEvent(id, customer, journeyId, now);
        }
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Scene next() {
        while (upcoming.isEmpty() || !upcoming.peek().at().minus(nextJourneyAt).isNegative()) {
            begin(Journey.any(random));
        }
        return upcoming.remove();
    }

    private void openWith(Journey journey) {
        var journeyId = nextJourneyId();
        for (int i = 0; i < journey.moments().size(); i++) {
            schedule(OPENING_STEP.multipliedBy(i), journey, journeyId, i);
        }
    }

    private void begin(Journey journey) {
        var journeyId = nextJourneyId();
        var at = nextJourneyAt;
        for (int i = 0; i < journey.moments().size(); i++) {
            schedule(at, journey, journeyId, i);
            at = at.plusMillis(random.nextLong(3_000, 20_000));
        }
        nextJourneyAt =
                nextJourneyAt.plusMillis(1 + (long) (random.nextExponential() * MEAN_SECONDS_BETWEEN_JOURNEYS * 1000));
    }

    private String nextJourneyId() {
        journeys++;
        return "%s-%d".formatted(run, journeys);
    }

    private void schedule(Duration at, Journey journey, String journeyId, int step) {
        upcoming.add(new Scene(
                at,
                "%s-%d".formatted(journeyId, step + 1),
                journey.customer().id(),
                journeyId,
                journey.moments().get(step)));
    }
}
