package io.ressenti.cli.demo;

import io.ressenti.cli.client.Api;
import io.ressenti.cli.client.Json;
import io.ressenti.cli.client.Problem;
import io.ressenti.cli.client.Reply;
import io.ressenti.cli.demo.DemoScript.Scene;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;

/** Sends each scene when its time has come. While a service is away time stands still, so that no flood follows. */
final class DemoPlayer {

    private static final Duration TOLERATED_LAG = Duration.ofSeconds(2);
    private static final Duration CATALOGUE_PAUSE = Duration.ofMillis(300);
    private static final int CATALOGUE_ATTEMPTS = 20;

    private final Api api;
    private final PrintWriter err;

    DemoPlayer(Api api, PrintWriter err) {
        this.api = api;
        this.err = err;
    }

    /** Plays until the thread is interrupted, or the scenes end. */
    void play(Iterator<Scene> scenes) {
        var start = Instant.now();
        while (scenes.hasNext()) {
            var scene = scenes.next();
            var due = start.plus(scene.at());
            if (!sleep(Duration.between(Instant.now(), due))) {
                return;
            }
            send(scene);
            var lag = Duration.between(due, Instant.now());
            if (lag.compareTo(TOLERATED_LAG) > 0) {
                start = start.plus(lag);
            }
        }
    }

    private void send(Scene scene) {
        var event = scene.event(Instant.now());
        var reply = api.post(event.path(), event);
        for (int attempt = 1; unknownTouchpoint(reply) && attempt < CATALOGUE_ATTEMPTS; attempt++) {
            // The catalogue reaches the feedback service a moment after it was put.
            sleep(CATALOGUE_PAUSE);
            reply = api.post(event.path(), event);
        }
        if (!reply.ok()) {
            err.printf(
                    "ressenti: event %s was refused (%d): %s%n",
                    event.id(),
                    reply.status(),
                    Json.read(reply.body(), Problem.class).words());
            err.flush();
        }
    }

    private static boolean unknownTouchpoint(Reply reply) {
        return reply.status() == 422 && Json.read(reply.body(), Problem.class).unknownTouchpoint();
    }

    /** Whether it may go on; false where the thread was interrupted. */
    private static boolean sleep(Duration duration) {
        try {
            if (duration.isPositive()) {
                Thread.sleep(duration);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
