package io.ressenti.contracts;

import java.time.Instant;

/**
 * A customer's experienced score fell into the band "at risk".
 *
 * @param n how many signals the score rests on
 */
public record CustomerAtRisk(
        String id,
        String source,
        String brand,
        String customer,
        String identifier,
        String journeyId,
        String touchpoint,
        Stage stage,
        String channel,
        String partner,
        Instant occurredAt,
        Instant receivedAt,
        long n,
        Cause cause,
        Double scoreBefore,
        double scoreAfter)
        implements DissatisfactionEvent {}
