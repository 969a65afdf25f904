package io.ressenti.contracts;

import java.time.Instant;

/**
 * An alert was opened or changed. Carries the alert as it stands after the change.
 *
 * @param alertId    the alert
 * @param revision   grows with every change of this alert, from 1
 * @param change     what happened
 * @param rule       the rule that raised the alert
 * @param customer   whom it is about
 * @param journeyId  the journey it is about; null where it is about the customer as a whole
 * @param assignee   who looks after it; null while nobody does
 * @param signals    how many bad signals it gathers
 * @param value      the worst signal's value, 0–100; the customer's score where the rule is about the score
 * @param openedAt   when the alert was opened
 * @param occurredAt when this change happened
 */
public record AlertChanged(
        String id,
        String source,
        String brand,
        String alertId,
        long revision,
        AlertChange change,
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
        Cause cause,
        Instant openedAt,
        Instant occurredAt)
        implements Event {

    @Override
    public String subject() {
        return customer;
    }
}
