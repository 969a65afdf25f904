package io.ressenti.bench.load;

import io.ressenti.cli.client.ClientException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Does something at fixed moments, whether or not what was begun before has ended: load as the world makes it. */
public record OpenLoop(double perSecond, Duration duration) {

    /** How many times it does it. */
    public long count() {
        return Math.round(perSecond * duration.toMillis() / 1000);
    }

    /**
     * Runs to the end.
     *
     * @param action gets the {@link System#nanoTime()} at which it was due; must not block
     */
    public void run(LongConsumer action) {
        long start = System.nanoTime();
        long count = count();
        for (long i = 0; i < count; i++) {
            long due = start + (long) (i * TimeUnit.SECONDS.toNanos(1) / perSecond);
            sleepUntil(due);
            action.accept(due);
        }
    }

    private static void sleepUntil(long nanos) {
        for (long wait = nanos - System.nanoTime(); wait > 0; wait = nanos - System.nanoTime()) {
            LockSupport.parkNanos(wait);
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new ClientException("It was interrupted.");
            }
        }
    }
}
