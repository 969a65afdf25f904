package io.ressenti.bench.ingest;

import io.ressenti.bench.load.ClosedLoop;
import io.ressenti.bench.load.HttpLoad;
import io.ressenti.bench.load.OpenLoad;
import io.ressenti.bench.load.Target;
import io.ressenti.bench.scratch.JavaProcess;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One of those that are compared, and how it wants the requests of one shape.
 *
 * @param target           where they go
 * @param bodies           makes the next request's body
 * @param eventsPerRequest how many events a body holds
 * @param process          the server's
 */
record Contestant(Target target, Supplier<Buffer> bodies, int eventsPerRequest, JavaProcess process) {

    /** Sends from so many clients at once for {@code duration}, each its next request once the last was answered. */
    Window closed(HttpLoad load, int clients, Duration duration) {
        var before = process.processorTime();
        var tally = new ClosedLoop(load, target, bodies).run(clients, duration);
        return new Window(
                tally.accepted() * eventsPerRequest,
                tally.refused(),
                tally.elapsed(),
                process.processorTime().minus(before));
    }

    /** Sends at a fixed rate, whether or not it keeps up. */
    OpenLoad.Latencies open(HttpLoad load, double perSecond, Duration duration) {
        return new OpenLoad(load, target, bodies).run(perSecond, duration);
    }
}
