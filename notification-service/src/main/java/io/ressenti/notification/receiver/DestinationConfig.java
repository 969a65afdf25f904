package io.ressenti.notification.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where webhooks may go. */
@ConfigMapping(prefix = "ressenti.notification.webhook")
public interface DestinationConfig {

    /**
     * Whether webhooks may go to the own machine and to private networks. Leave it off wherever people name receivers whom you
     * would not give a shell inside your network. Link-local and metadata addresses stay forbidden either way.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();
}
