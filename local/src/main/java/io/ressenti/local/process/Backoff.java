package io.ressenti.local.process;

import java.time.Duration;

/**
 * How long to wait before something that failed is tried again: twice as long each time.
 *
 * @param first  the first wait
 * @param most   no wait is longer
 * @param steady what ran for as long as this has recovered: the next wait is the first again
 */
record Backoff(Duration first, Duration most, Duration steady) {

    private static final int MOST_DOUBLINGS = 20;

    /** For what a person is waiting for. */
    static Backoff interactive() {
        return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    /** The wait after {@code failures} failures in a row, 1 or more. */
    Duration delay(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(most) < 0 ? doubled : most;
    }

    /** How many failures in a row it is now, {@code lifetime} being how long it ran this time. */
    int failures(int before, Duration lifetime) {
        return lifetime.compareTo(steady) >= 0 ? 1 : before + 1;
    }
}
