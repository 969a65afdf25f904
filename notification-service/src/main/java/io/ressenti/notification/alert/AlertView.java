package io.ressenti.notification.alert;

import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import io.ressenti.notification.alert.model.Alert;
import java.time.Instant;

/**
 * An alert as clients see it, in answers, on the stream and at receivers.
 *
 * @param journeyId   the customer's journey; null where the alert is about the customer as a whole
 * @param touchpoint  where the worst signal comes from, as do stage, channel, partner, value, emotion, cause and causedAt
 * @param value       the worst signal's value, 0–100; the customer's score where the rule is about the score
 * @param causedAt    when the worst signal happened (event time), which may be long before the alert was opened
 * @param scoreBefore the customer's score before the first signal; null where there was none yet
 * @param scoreAfter  the customer's score after the last signal
 */
public record AlertView(
        String id,
        AlertState state,
        Severity severity,
        String rule,
        String customer,
        String journeyId,
        String touchpoint,
        Stage stage,
        String channel,
        String partner,
        String assignee,
        int signals,
        double value,
        Emotion emotion,
        Cause cause,
        Instant causedAt,
        Double scoreBefore,
        double scoreAfter,
        long revision,
        Instant openedAt,
        Instant updatedAt) {

    static AlertView of(Alert alert) {
        var worst = alert.worst();
        return new AlertView(
                alert.id(),
                alert.state(),
                alert.severity(),
                alert.key().rule(),
                alert.key().customer(),
                alert.key().journeyId(),
                worst.touchpoint(),
                worst.stage(),
                worst.channel(),
                worst.partner(),
                alert.assignee(),
                alert.signals(),
                worst.value(),
                worst.emotion(),
                worst.cause(),
                worst.occurredAt(),
                alert.scoreBefore(),
                alert.scoreAfter(),
                alert.revision(),
                alert.openedAt(),
                alert.updatedAt());
    }
}
