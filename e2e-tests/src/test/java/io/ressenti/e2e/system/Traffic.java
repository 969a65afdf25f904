package io.ressenti.e2e.system;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications that send one request after the other, until they are stopped. */
public final class Traffic implements AutoCloseable {

    /** Between two requests of an application, so that there is something left of the machine for what the requests go to. */
    private static final Duration PAUSE = Duration.ofMillis(25);

    private static final Duration END_PATIENCE = Duration.ofSeconds(90);

    private final LongFunction<Reply> request;
    private final ScheduledExecutorService applications;
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong successes = new AtomicLong();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    /**
     * What has come of it.
     *
     * @param successes how many requests were answered with 2xx
     * @param failures  what happened to the others
     */
    public record Outcome(long successes, List<String> failures) {}

    private Traffic(int applications, LongFunction<Reply> request) {
        this.request = request;
        this.applications = Executors.newScheduledThreadPool(applications);
    }

    /**
     * Starts so many applications.
     *
     * @param request sends a request; requests are numbered
     */
    public static Traffic start(int applications, LongFunction<Reply> request) {
        var traffic = new Traffic(applications, request);
        for (var i = 0; i < applications; i++) {
            traffic.applications.scheduleWithFixedDelay(traffic::send, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
        return traffic;
    }

    /** Lets each application finish its request. */
    public Outcome stop() {
        close();
        return new Outcome(successes.get(), List.copyOf(failures));
    }

    @Override
    public void close() {
        applications.shutdown();
        try {
            assertThat(applications.awaitTermination(END_PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("every request has an answer")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            var reply = request.apply(number.getAndIncrement());
            if (reply.status() / 100 == 2) {
                successes.incrementAndGet();
            } else {
                failures.add(reply.status() + " " + reply.body());
            }
        } catch (AssertionError | RuntimeException unanswered) {
            failures.add(unanswered + ": " + unanswered.getCause());
        }
    }
}
