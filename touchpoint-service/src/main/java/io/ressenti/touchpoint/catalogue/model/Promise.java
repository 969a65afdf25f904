package io.ressenti.touchpoint.catalogue.model;

import io.ressenti.contracts.PromiseMeasured;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer is led to expect of a touchpoint.
 *
 * @param measure   the measure that it is about, {@code delayHours} for instance
 * @param limit     kept as long as the measured value is not above it
 * @param tolerance how far beyond the limit it is wholly broken; greater than zero, in the measure's unit
 */
public record Promise(String measure, double limit, double tolerance) {

    /** The promise beside what was measured; empty where nobody measured it. */
    public Optional<PromiseMeasured> beside(Map<String, Double> measures) {
        return Optional.ofNullable(measures.get(measure))
                .map(value -> PromiseMeasured.of(measure, value, limit, tolerance, null));
    }
}
