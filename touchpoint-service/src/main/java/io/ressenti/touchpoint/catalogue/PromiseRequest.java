package io.ressenti.touchpoint.catalogue;

import io.ressenti.touchpoint.catalogue.model.Promise;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;

/** A promise as it shall be; see {@link Promise}. */
record PromiseRequest(
        @NotNull(message = Codes.MEASURE_RULE) @Pattern(regexp = Codes.MEASURE, message = Codes.MEASURE_RULE)
        String measure,

        @NotNull(message = "The limit is missing: what the customer is led to expect, in the measure's unit.")
        Double limit,

        @NotNull(message = "The tolerance is missing: how far beyond the limit the promise is wholly broken.")
        @Positive(message = "The tolerance must be greater than 0.")
        Double tolerance) {

    Promise made() {
        return Promise.of(measure, limit, tolerance);
    }
}
