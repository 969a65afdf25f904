package io.ressenti.touchpoint.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients' clocks are dealt with. */
@ConfigMapping(prefix = "ressenti.touchpoint.time")
interface TimeConfig {

    /** A client whose {@code sentAt} is off from our clock by more than this has a wrong clock, and its times are corrected. */
    @WithDefault("5m")
    Duration skewLimit();
}
