package io.ressenti.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the service is with its clients. */
@ConfigMapping(prefix = "ressenti.http")
interface HttpConfig {

    /** A body (5 MB at most) has to be there after this long; one that drips in holds a connection and memory. */
    @WithDefault("30s")
    Duration bodyTimeout();

    /** A streamed body may pause this long; in all it may take as long as it goes on. */
    @WithDefault("30s")
    Duration streamIdleTimeout();
}
