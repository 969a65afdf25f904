package io.ressenti.bench.outage;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.load.HttpLoad;
import io.ressenti.bench.load.Target;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;

/** Clients as docs/clients.md wants them: each sends an event until it is accepted, with a pause after a refusal; then the next. */
final class Persistent {

    private static final int ACCEPTED = 202;
    private static final long PAUSE_MILLIS = 250;

    private final HttpLoad load;
    private final Target target;
    private final Events events;
    private final CountDownLatch running;
    private final SortedMap<String, Integer> answers = new ConcurrentSkipListMap<>();
    private volatile boolean stopped;

    Persistent(HttpLoad load, Target target, Events events, int clients) {
        this.load = load;
        this.target = target;
        this.events = events;
        this.running = new CountDownLatch(clients);
        for (int i = 0; i < clients; i++) {
            load.execute(this::next);
        }
    }

    /** How often each status was seen so far; requests that were not answered at all stand under what went wrong. */
    SortedMap<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** Begins no new event, and waits until those that were begun are accepted. */
    void finish() throws InterruptedException {
        stopped = true;
        running.await();
    }

    private void next() {
        if (stopped) {
            running.countDown();
        } else {
            send(events.one());
        }
    }

    private void send(Buffer event) {
        load.post(target, event).onComplete(answer -> answered(event, answer));
    }

    private void answered(Buffer event, AsyncResult<Integer> answer) {
        var how = answer.succeeded()
                ? String.valueOf(answer.result())
                : answer.cause().getClass().getSimpleName();
        answers.merge(how, 1, Integer::sum);
        if (answer.succeeded() && answer.result() == ACCEPTED) {
            next();
        } else {
            load.later(PAUSE_MILLIS, () -> send(event));
        }
    }
}
