package io.ressenti.console.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Who may log in, and what wrong passwords cost. */
@ConfigMapping(prefix = "ressenti.console.login")
interface LoginConfig {

    /** JSON list of {@link io.ressenti.credentials.User}; read again when it changes. */
    Path usersFile();

    /** How many passwords are looked at in the same moment. Each takes a processor for a good part of a second. */
    @WithDefault("4")
    int atOnce();

    /** How many wrong passwords one name may try before it has to wait. */
    @WithDefault("5")
    int freeTries();

    /** How long it then waits; doubles with every further wrong password. */
    @WithDefault("15s")
    Duration firstWait();

    /** The longest wait. */
    @WithDefault("15m")
    Duration longestWait();
}
