package io.ressenti.notification.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How alert changes are streamed. */
@ConfigMapping(prefix = "ressenti.notification.stream")
public interface StreamConfig {

    /** How often to look for changes that no notification announced, because its connection was just lost for instance. */
    @WithDefault("1s")
    Duration poll();

    /** After so much silence a comment is sent, so that neither a proxy nor a client takes the stream for dead. */
    @WithDefault("15s")
    Duration keepAlive();

    /** How many changes are read at a time. */
    @WithDefault("200")
    int page();

    /** How many of a brand's latest changes are kept for all of its clients; who is further behind reads for itself. */
    @WithDefault("1000")
    int tail();
}
