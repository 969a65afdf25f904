package io.ressenti.console.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing passwords slow: after a few wrong tries a name has to wait, twice as long after each further one, up to the
 * longest wait. The name's owner waits as well, and hardly gets in while somebody keeps guessing; sessions that are open go on.
 * Addresses are not told apart, because behind a proxy all look alike.
 */
@ApplicationScoped
class LoginThrottle {

    /** Wrong tries of invented names must not fill the memory; the oldest are forgotten first. */
    private static final int REMEMBERED_NAMES = 10_000;

    private final LoginConfig config;
    private final Clock clock;
    private final Map<String, Wrong> wrongTries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > REMEMBERED_NAMES;
        }
    };

    @Inject
    LoginThrottle(LoginConfig config) {
        this(config, Clock.systemUTC());
    }

    LoginThrottle(LoginConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes one try, before the password is looked at, so that tries sent at the same moment count too.
     *
     * @return how long {@code name} has to wait first; zero where it may try
     */
    synchronized Duration take(String name) {
        var now = clock.instant();
        var wrong = wrongTries.getOrDefault(name, Wrong.NONE);
        if (now.isBefore(wrong.until())) {
            return Duration.between(now, wrong.until());
        }
        int tries = wrong.tries() + 1;
        wrongTries.put(name, new Wrong(tries, now.plus(waitAfter(tries))));
        return Duration.ZERO;
    }

    /** Forgets the wrong tries of a name that has logged in. */
    synchronized void succeeded(String name) {
        wrongTries.remove(name);
    }

    private Duration waitAfter(int tries) {
        int beyond = tries - config.freeTries();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        var wait = config.firstWait().multipliedBy(1L << Math.min(beyond, 20));
        return wait.compareTo(config.longestWait()) > 0 ? config.longestWait() : wait;
    }

    private record Wrong(int tries, Instant until) {
        static final Wrong NONE = new Wrong(0, Instant.EPOCH);
    }
}
