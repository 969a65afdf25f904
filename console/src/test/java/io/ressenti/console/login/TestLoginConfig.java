package io.ressenti.console.login;

import java.nio.file.Path;
import java.time.Duration;

/** Two free tries, then 10 s to a minute. */
record TestLoginConfig(Path usersFile) implements LoginConfig {

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public int freeTries() {
        return 2;
    }

    @Override
    public Duration firstWait() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration longestWait() {
        return Duration.ofSeconds(60);
    }
}
