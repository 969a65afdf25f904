package io.ressenti.console.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets a few people at a time through to having their password looked at, which is costly on purpose: a flood of logins under
 * ever new names must not take the processors from those who are at work.
 */
@ApplicationScoped
class LoginGate {

    private final Semaphore places;

    @Inject
    LoginGate(LoginConfig config) {
        this(config.atOnce());
    }

    LoginGate(int places) {
        this.places = new Semaphore(places);
    }

    /** What {@code login} returns; empty, and {@code login} not called, while all places are taken. */
    <T> Optional<T> pass(Supplier<T> login) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(login.get());
        } finally {
            places.release();
        }
    }
}
