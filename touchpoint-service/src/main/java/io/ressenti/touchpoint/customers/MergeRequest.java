package io.ressenti.touchpoint.customers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * Which identifier turned out to be the same customer's.
 *
 * @param id         the sender's own identifier of this merge
 * @param source     the application that it comes from
 * @param into       the identifier that stays
 * @param occurredAt when it was found out; now, where it is left out
 */
record MergeRequest(
        @NotNull(message = Identifiers.RULE) @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE)
        String id,

        @NotNull(message = Identifiers.RULE) @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE)
        String source,

        @NotNull(message = Identifiers.RULE) @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE)
        String into,

        Instant occurredAt) {}
