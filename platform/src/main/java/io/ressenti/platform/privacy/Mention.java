package io.ressenti.platform.privacy;

import java.time.Instant;

/**
 * Whom an event is about.
 *
 * @param receivedAt when we received it: an erasure voids what was received before it
 */
public record Mention(String brand, String customer, Instant receivedAt) {}
