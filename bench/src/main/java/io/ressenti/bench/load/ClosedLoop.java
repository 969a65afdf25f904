package io.ressenti.bench.load;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** So many clients, each of which sends its next request once the last was answered: the most that a server can take. */
public final class ClosedLoop {

    private static final int SUCCESS = 2;

    private final HttpLoad load;
    private final Supplier<Future<Integer>> requests;
    private final CompletableFuture<Tally> finished = new CompletableFuture<>();
    private BooleanSupplier more;
    private long start;
    private long sent;
    private int running;
    private long accepted;
    private long refused;

    /**
     * What came of it.
     *
     * @param accepted requests answered with 2xx
     * @param refused  answered otherwise, or not at all
     * @param elapsed  until the last answer
     */
    public record Tally(long accepted, long refused, Duration elapsed) {}

    /** Posts {@code bodies} to {@code target}. */
    public ClosedLoop(HttpLoad load, Target target, Supplier<Buffer> bodies) {
        this(load, () -> load.post(target, bodies.get()));
    }

    /** @param requests sends a request; gives the status of its answer */
    public ClosedLoop(HttpLoad load, Supplier<Future<Integer>> requests) {
        this.load = load;
        this.requests = requests;
    }

    /** Sends for {@code duration}, then waits for the answers that are still to come. To be called once. */
    public Tally run(int clients, Duration duration) {
        var end = System.nanoTime() + duration.toNanos();
        return run(clients, () -> System.nanoTime() < end);
    }

    /** Sends so many requests and waits for their answers. To be called once. */
    public Tally run(int clients, long requests) {
        return run(clients, () -> sent < requests);
    }

    private Tally run(int clients, BooleanSupplier more) {
        this.more = more;
        load.execute(() -> begin(clients));
        return finished.join();
    }

    private void begin(int clients) {
        start = System.nanoTime();
        running = clients;
        for (int i = 0; i < clients; i++) {
            next();
        }
    }

    private void next() {
        if (more.getAsBoolean()) {
            sent++;
            requests.get()
                    .map(status -> status / 100 == SUCCESS)
                    .otherwise(false)
                    .onSuccess(this::answered);
        } else if (--running == 0) {
            finished.complete(new Tally(accepted, refused, Duration.ofNanos(System.nanoTime() - start)));
        }
    }

    private void answered(boolean ok) {
        if (ok) {
            accepted++;
        } else {
            refused++;
        }
        next();
    }
}
