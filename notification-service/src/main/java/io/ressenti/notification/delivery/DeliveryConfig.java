package io.ressenti.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How receivers are told. */
@ConfigMapping(prefix = "ressenti.notification.delivery")
public interface DeliveryConfig {

    /** How often to look for deliveries whose next attempt is due, and for those of an instance that died. */
    @WithDefault("1s")
    Duration poll();

    /** How many receivers of kind {@code WEBHOOK} an instance talks to at a time. */
    @WithDefault("64")
    int parallel();

    /** For how long an instance reserves a receiver's queue; it must be longer than an attempt can take. */
    @WithDefault("30s")
    Duration lease();

    /** How long one attempt at a receiver of kind {@code WEBHOOK} may take, from looking up the host to the answer. */
    @WithDefault("10s")
    Duration timeout();

    /** After so many attempts a delivery is given up: with these defaults after three to four and a half hours. */
    @WithDefault("20")
    int maxAttempts();

    /** Wait before the second attempt; it doubles with each further one. */
    @WithDefault("1s")
    Duration firstBackoff();

    /** The longest wait between two attempts. */
    @WithDefault("30m")
    Duration maxBackoff();
}
