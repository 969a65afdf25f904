package io.ressenti.bench.ingest;

import java.time.Duration;

/**
 * What one contestant did in one round.
 *
 * @param events        events taken in
 * @param refused       requests that were not
 * @param elapsed       how long it took
 * @param processorTime of the server's process
 */
record Window(long events, long refused, Duration elapsed, Duration processorTime) {

    double perSecond() {
        return events / (elapsed.toNanos() / 1e9);
    }

    /** Processor time for one event, in microseconds. */
    double microsPerEvent() {
        return events == 0 ? 0 : processorTime.toNanos() / 1e3 / events;
    }
}
