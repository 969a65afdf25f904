package io.ressenti.notification.delivery;

import java.time.Duration;

/**
 * Exponential backoff with jitter: the wait doubles with every attempt up to a longest one, and a random half of it is taken off,
 * so that receivers that went down together are not all tried again together.
 */
record Backoff(Duration first, Duration longest) {

    private static final int MAX_DOUBLINGS = 30;

    /**
     * The wait after the attempt with that number.
     *
     * @param attempt from 1
     * @param random  from 0 (the shortest wait) to below 1 (the longest)
     */
    Duration after(int attempt, double random) {
        var doubled =
                Math.min(first.toMillis() * Math.pow(2, Math.min(attempt - 1, MAX_DOUBLINGS)), longest.toMillis());
        return Duration.ofMillis(Math.round(doubled * (0.5 + random / 2)));
    }
}
