package io.ressenti.console.service;

import io.ressenti.contracts.AlertChange;
import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Cause;
import io.ressenti.contracts.Emotion;
import io.ressenti.contracts.Severity;
import io.ressenti.contracts.Stage;
import java.time.Instant;
import java.util.List;

/**
 * An alert as notification-service shows it.
 *
 * @param value       the worst signal's value, 0–100
 * @param cause       why it fired; null where the rule names none
 * @param causedAt    when the causing event happened, which a replay puts long before the alert's opening
 * @param scoreBefore the customer's score before the causing event; null where there was none
 * @param history     oldest first; empty in lists
 */
public record Alert(
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
        Double scoreAfter,
        long revision,
        Instant openedAt,
        Instant updatedAt,
        List<HistoryEntry> history) {

    /** The rule that raises an alert when a customer's score falls. */
    public static final String CUSTOMER_AT_RISK = "customer-at-risk";

    public Alert {
        causedAt = causedAt == null ? openedAt : causedAt;
        history = history == null ? List.of() : List.copyOf(history);
    }

    /** Whether the alert is about the customer's score rather than about one bad moment. */
    public boolean aboutScore() {
        return CUSTOMER_AT_RISK.equals(rule);
    }

    /**
     * One thing that happened to the alert.
     *
     * @param by        who did it; null where nobody did
     * @param note      what was said; may be null
     * @param rootCause may be null
     */
    public record HistoryEntry(
            long revision, AlertChange change, Instant at, String by, String note, String rootCause) {}
}
