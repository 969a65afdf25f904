package io.ressenti.touchpoint.journey;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the brand's timelines are kept.
 *
 * @param days   by event time; null for ever
 * @param ownRule whether the brand said so itself; otherwise it is the service's default
 */
record RetentionView(Integer days, boolean ownRule) {

    static RetentionView byDefault(Optional<Duration> retention) {
        return new RetentionView(
                retention.map(duration -> Math.toIntExact(duration.toDays())).orElse(null), false);
    }
}
