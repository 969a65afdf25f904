package io.ressenti.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/** What has been started so far; closing it ends the parts in the opposite order, whatever becomes of one of them. */
final class Running implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Running.class);

    private final Deque<Stop> stops = new ArrayDeque<>();

    /** Ends a part and waits for its end. */
    @FunctionalInterface
    interface Stop {
        void run() throws Exception;
    }

    /** To be called as soon as there is something to be ended, even before it is ready. */
    void add(Stop stop) {
        stops.push(stop);
    }

    @Override
    public void close() {
        while (!stops.isEmpty()) {
            try {
                stops.pop().run();
            } catch (InterruptedException e) {
                // The end has begun already; told again, the rest is still to be ended.
                LOG.warn("event=stop.interrupted");
            } catch (Exception e) {
                LOG.error("event=stop.failed", e);
            }
        }
    }
}
