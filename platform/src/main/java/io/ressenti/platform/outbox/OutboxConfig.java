package io.ressenti.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "ressenti.outbox")
public interface OutboxConfig {

    /** How often to look for events that nobody announced: those of an instance that died right after its commit. */
    @WithDefault("1s")
    Duration poll();

    /** How often to look how many are waiting, and for how long. */
    @WithDefault("10s")
    Duration observe();

    /** How many events are put on Kafka in one go. */
    @WithDefault("500")
    int batch();
}
