package io.ressenti.contracts;

import java.time.Instant;

/** An identifier is a customer's own again: what merged it was a mistake. {@link CustomersMerged} says which one holds. */
public record CustomersUnmerged(
        String id, String source, String brand, String customer, Instant occurredAt, Instant receivedAt)
        implements CustomerEvent {}
