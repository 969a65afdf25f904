package io.ressenti.contracts;

import java.time.Instant;

/**
 * A customer's identifier was erased: every event about it that was received up to {@code receivedAt} is void, whenever it
 * arrives; later ones count.
 */
public record CustomerErased(
        String id, String source, String brand, String customer, Instant occurredAt, Instant receivedAt)
        implements CustomerEvent {}
