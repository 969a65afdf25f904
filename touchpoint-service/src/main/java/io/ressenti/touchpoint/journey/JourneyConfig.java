package io.ressenti.touchpoint.journey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How long timelines are kept, and how long an event that comes again is recognised. */
@ConfigMapping(prefix = "ressenti.touchpoint.journey")
interface JourneyConfig {

    /** How long a brand keeps its timelines, by event time, that sets nothing itself. Left out: for ever. */
    Optional<Duration> retention();

    /** How long an event's id is remembered, from its arrival on; at least 7 days, which is what clients were promised. */
    @WithDefault("35d")
    Duration rememberIds();

    /** How often what is too old is deleted. */
    @WithDefault("1h")
    Duration trimEvery();
}
