package io.ressenti.cli.client;

import java.time.Duration;

/**
 * How long to wait before the same request is sent again, and when to give up.
 *
 * @param first    the wait after the first failure; it doubles with each further one
 * @param longest  no wait is longer, whatever the service asks for
 * @param patience how long a request is tried altogether
 */
public record RetryPolicy(Duration first, Duration longest, Duration patience) {

    /** Outlives a restart of a service. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofMinutes(2));

    /** Whether a status says "not now" rather than "not like this". */
    public static boolean isTransient(int status) {
        return switch (status) {
            case 429, 502, 503, 504 -> true;
            default -> false;
        };
    }

    /**
     * The wait before attempt {@code failures + 1}.
     *
     * @param asked the service's {@code Retry-After}; null where it said nothing
     * @param random uniform in [0, 1): spreads clients that failed together
     */
    public Duration waitAfter(int failures, Duration asked, double random) {
        var doubled = Math.min(first.toMillis() * Math.pow(2, failures - 1.0), longest.toMillis());
        var spread = Duration.ofMillis((long) (doubled * (0.75 + 0.5 * random)));
        var wanted = asked != null && asked.compareTo(spread) > 0 ? asked : spread;
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
