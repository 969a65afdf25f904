package io.ressenti.contracts;

import java.time.Instant;

/**
 * Two identifiers turned out to be one customer's: {@code customer} belongs to the person whom {@code into} belongs to. Of all
 * merges and un-merges of {@code customer} the last by (occurredAt, receivedAt, id) holds, whatever their order of arrival.
 */
public record CustomersMerged(
        String id, String source, String brand, String customer, String into, Instant occurredAt, Instant receivedAt)
        implements CustomerEvent {}
