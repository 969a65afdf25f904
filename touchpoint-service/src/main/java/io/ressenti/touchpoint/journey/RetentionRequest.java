package io.ressenti.touchpoint.journey;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How long the brand wants to keep its timelines.
 *
 * @param days by event time; null for ever, which has to be said
 */
record RetentionRequest(
        @JsonProperty(required = true) @Min(value = 1, message = DAYS_RULE) @Max(value = MOST_DAYS, message = DAYS_RULE)
        Integer days) {

    private static final int MOST_DAYS = 36500;
    private static final String DAYS_RULE = "Send 1 to 36500 days, or null to keep journeys for ever.";
}
