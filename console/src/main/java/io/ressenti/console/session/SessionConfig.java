package io.ressenti.console.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** How long a login lasts and how it is proven. */
@ConfigMapping(prefix = "ressenti.console.session")
interface SessionConfig {

    /** PEM file with the PKCS#8 RSA private key that tokens are signed with; the services hold its public half. */
    Path tokenSigningKey();

    /** How long a login lasts. */
    @WithDefault("12h")
    Duration duration();

    /** Send the session's cookie over https only. Set it wherever people reach the console over https. */
    @WithDefault("false")
    boolean secureCookie();
}
