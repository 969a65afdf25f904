package io.ressenti.notification.alert.model;

import java.time.Instant;

/**
 * A rule fired.
 *
 * @param key         what the alert is about
 * @param identifier  what the causing event called the customer; null where that is the customer whom the alert is about
 * @param evidence    what was found
 * @param scoreBefore the customer's score before the causing event; null where there was none yet
 * @param scoreAfter  the customer's score after it
 * @param receivedAt  when the causing event was received: latency to the lead is measured from here
 * @param fact        the fact that it was found in
 */
public record Finding(
        AlertKey key,
        String identifier,
        Evidence evidence,
        Double scoreBefore,
        double scoreAfter,
        Instant receivedAt,
        FactKey fact) {}
