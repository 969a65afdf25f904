package io.ressenti.contracts;

/**
 * A promise of the catalogue beside what was measured, both in the promise's own unit (hours, seconds …). Computed once, from
 * the promise that held when the customer was there.
 *
 * @param measure   name of the measure, {@code delayHours} for instance
 * @param value     what was measured
 * @param limit     what the customer was led to expect: kept as long as {@code value <= limit}
 * @param tolerance how far beyond the limit the promise is wholly broken; greater than zero
 * @param unit      the unit of the three, {@code h} for instance; null where the catalogue names none
 * @param brokenBy  how far the value lies beyond the limit; 0 where the promise was kept
 */
public record PromiseMeasured(
        String measure, double value, double limit, double tolerance, String unit, double brokenBy) {

    public PromiseMeasured {
        // Derived from the others, so that events that were written before it existed have it as well.
        brokenBy = Math.max(0, value - limit);
    }

    /** The promise beside {@code value}. */
    public static PromiseMeasured of(String measure, double value, double limit, double tolerance, String unit) {
        return new PromiseMeasured(measure, value, limit, tolerance, unit, 0);
    }
}
