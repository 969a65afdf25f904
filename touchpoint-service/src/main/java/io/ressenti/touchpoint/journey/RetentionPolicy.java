package io.ressenti.touchpoint.journey;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What is kept where a brand says nothing itself. */
@ApplicationScoped
class RetentionPolicy {

    /** What clients were promised: an event that comes again within this time counts once. */
    private static final Duration LEAST_TO_REMEMBER = Duration.ofDays(7);

    /** Before any event. */
    private static final OffsetDateTime BEGINNING = OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JourneyConfig config;

    RetentionPolicy(JourneyConfig config) {
        if (config.rememberIds().compareTo(LEAST_TO_REMEMBER) < 0) {
            throw new IllegalArgumentException("ressenti.touchpoint.journey.remember-ids is " + config.rememberIds()
                    + ": at least 7 days are needed, for that long a client may send an event again");
        }
        this.config = config;
    }

    /** The time from which lines are kept. */
    OffsetDateTime keptSince() {
        var now = OffsetDateTime.now(Clock.systemUTC());
        return config.retention().map(now::minus).orElse(BEGINNING);
    }

    /** The time from which ids are remembered. */
    OffsetDateTime rememberedSince() {
        return OffsetDateTime.now(Clock.systemUTC()).minus(config.rememberIds());
    }
}
