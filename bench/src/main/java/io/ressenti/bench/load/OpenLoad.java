package io.ressenti.bench.load;

import io.ressenti.cli.client.ClientException;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Requests that are due at fixed moments, whether or not the server keeps up; time counts from when each was due. */
public record OpenLoad(HttpLoad load, Target target, Supplier<Buffer> bodies) {

    private static final int ACCEPTED = 202;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;
    private static final int PATIENCE_SECONDS = 60;

    /**
     * What came of it.
     *
     * @param micros  from the moment when it was due to the answer, of each that was accepted
     * @param refused answered with anything but 202, or not at all
     */
    public record Latencies(Histogram micros, long refused) {}

    /** Sends at that rate for {@code duration}. */
    public Latencies run(double perSecond, Duration duration) {
        var loop = new OpenLoop(perSecond, duration);
        var micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        var accepted = new AtomicLong();
        var answered = new CountDownLatch((int) loop.count());
        loop.run(due -> load.execute(() -> load.post(target, bodies.get()).onComplete(answer -> {
            if (answer.succeeded() && answer.result() == ACCEPTED) {
                micros.recordValue(Math.min((System.nanoTime() - due) / 1000, LONGEST_MICROS));
                accepted.incrementAndGet();
            }
            answered.countDown();
        })));
        await(answered);
        return new Latencies(micros, loop.count() - accepted.get());
    }

    private static void await(CountDownLatch answered) {
        try {
            answered.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException("It was interrupted.", e);
        }
    }
}
