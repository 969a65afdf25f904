package io.ressenti.touchpoint.customers;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * That an identifier is a customer's own again.
 *
 * @param id         the sender's own identifier of this un-merge
 * @param source     the application that it comes from
 * @param occurredAt when it was found out; now, where it is left out
 */
record UnmergeRequest(
        @NotNull(message = Identifiers.RULE) @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE)
        String id,

        @NotNull(message = Identifiers.RULE) @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE)
        String source,

        Instant occurredAt) {}
