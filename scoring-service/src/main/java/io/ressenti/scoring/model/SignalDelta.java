package io.ressenti.scoring.model;

/**
 * A signal that counts from now on, or no longer.
 *
 * @param partition the Kafka partition under which it counts: sums are kept apart by it
 * @param removed   whether it counts no longer
 */
public record SignalDelta(Signal signal, int partition, boolean removed) {

    /** What sums of the signal change by. */
    public Sums signed(Sums sums) {
        return removed ? sums.negated() : sums;
    }
}
