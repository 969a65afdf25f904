package io.ressenti.platform.event;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are put on Kafka. The connection itself is configured by {@code kafka.*}. */
@ConfigMapping(prefix = "ressenti.publisher")
public interface PublisherConfig {

    /** How long a record may wait for others to share its request. Zero: no wait; under load requests fill up anyway. */
    @WithDefault("0ms")
    Duration linger();

    /** How long to try, before the client is told to come back later. */
    @WithDefault("5s")
    Duration deliveryTimeout();

    /** How much may wait for Kafka; beyond it requests are refused with 503. */
    @WithDefault("32M")
    MemorySize bufferMemory();
}
