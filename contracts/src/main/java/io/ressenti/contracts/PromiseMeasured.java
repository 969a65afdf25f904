package io.ressenti.contracts;

/**
 * A promise of the catalogue beside what was measured, both in the promise's own unit (hours, seconds …). Computed once, from
 * the catalogue as it was when the event was accepted.
 *
 * @param measure   name of the measure, {@code delayHours} for instance
 * @param value     what was measured
 * @param limit     what the customer was led to expect: kept as long as {@code value <= limit}
 * @param tolerance how far beyond the limit the promise is wholly broken; greater than zero
 */
public record PromiseMeasured(String measure, double value, double limit, double tolerance) {}
