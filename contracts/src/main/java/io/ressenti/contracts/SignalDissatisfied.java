package io.ressenti.contracts;

import java.time.Instant;

/**
 * One signal shows dissatisfaction.
 *
 * @param value   the signal's value, 0–100
 * @param emotion the emotion stated in the same answer; null where none was
 */
public record SignalDissatisfied(
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
        SignalKind kind,
        double value,
        Emotion emotion,
        Cause cause,
        Double scoreBefore,
        double scoreAfter)
        implements DissatisfactionEvent {}
