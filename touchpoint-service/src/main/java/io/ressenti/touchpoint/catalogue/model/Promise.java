package io.ressenti.touchpoint.catalogue.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ressenti.contracts.PromiseMeasured;
import java.time.Instant;
import java.util.Map;

/**
 * What a customer is led to expect of a touchpoint, for as long as it is promised.
 *
 * @param measure   the measure that it is about, {@code delayHours} for instance
 * @param limit     kept as long as the measured value is not above it
 * @param tolerance how far beyond the limit it is wholly broken; greater than zero, in the measure's unit
 * @param unit      the unit of the measure, {@code h} for instance; null where it has none
 * @param told      the words that the customer was told, by language tag
 * @param since     from when on it holds, inclusive; null: from the beginning
 * @param until     until when it holds, exclusive; null: until further notice
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Promise(
        String measure,
        double limit,
        double tolerance,
        String unit,
        Map<String, String> told,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant until) {

    public Promise {
        limit = limit + 0.0; // there is no promise of -0.0: it would be written as 0, and differ when it is read back
        told = Texts.of(told);
    }

    /** A promise that holds always. */
    public static Promise of(String measure, double limit, double tolerance) {
        return new Promise(measure, limit, tolerance, null, Map.of(), null, null);
    }

    /** Whether it is what a customer may expect at {@code time}. */
    public boolean isInForceAt(Instant time) {
        return (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }

    /** Whether it promises the same as {@code other}, whenever each of them holds. */
    public boolean saysTheSameAs(Promise other) {
        return equals(other.during(since, until));
    }

    /** The same promise over another period. */
    Promise during(Instant from, Instant to) {
        return new Promise(measure, limit, tolerance, unit, told, from, to);
    }

    /** The promise beside what was measured. */
    PromiseMeasured beside(double value) {
        return PromiseMeasured.of(measure, value, limit, tolerance, unit);
    }
}
