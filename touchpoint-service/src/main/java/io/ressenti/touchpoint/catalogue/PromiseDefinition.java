package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ressenti.touchpoint.catalogue.model.Promise;
import io.ressenti.touchpoint.catalogue.model.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;

/** A promise as it shall be and as it is shown; see {@link Promise}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record PromiseDefinition(
        @NotNull(message = Codes.MEASURE_RULE) @Pattern(regexp = Codes.MEASURE, message = Codes.MEASURE_RULE)
        String measure,

        @NotNull(message = "The limit is missing: what the customer is led to expect, in the measure's unit.")
        Double limit,

        @NotNull(message = "The tolerance is missing: how far beyond the limit the promise is wholly broken.")
        @Positive(message = "The tolerance must be greater than 0.")
        Double tolerance,

        @Size(
                min = 1,
                max = 32,
                message = "A unit is 1 to 32 characters, such as h or ms. Leave it out where there is none.")
        String unit,

        @Size(max = 50, message = "At most 50 languages.")
        Map<
                        @Pattern(regexp = Codes.LANGUAGE, message = Codes.LANGUAGE_RULE) String,
                        @NotNull(message = Codes.TOLD_RULE) @Size(min = 1, max = 500, message = Codes.TOLD_RULE) String>
                told,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant since,

        @JsonFormat(shape = JsonFormat.Shape.STRING) Instant until) {

    PromiseDefinition {
        told = Texts.of(told);
    }

    static PromiseDefinition of(Promise promise) {
        return new PromiseDefinition(
                promise.measure(),
                promise.limit(),
                promise.tolerance(),
                promise.unit(),
                promise.told(),
                promise.since(),
                promise.until());
    }

    /** The promise; only where this keeps the rules. */
    Promise promise() {
        return new Promise(measure, limit, tolerance, unit, told, since, until);
    }
}
