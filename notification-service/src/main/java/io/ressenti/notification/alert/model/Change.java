package io.ressenti.notification.alert.model;

import io.ressenti.contracts.AlertChange;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something happened to an alert.
 *
 * @param alert      the alert after it
 * @param what       what happened
 * @param by         the person or application that did it; null where a rule did
 * @param note       what was said with it; null where nothing was
 * @param rootCause  why it had come to the alert; null unless somebody said so
 * @param receivedAt when the causing event was received; null where a person is the cause
 * @param identifier what the causing event called the customer; null where that is the alert's customer, or a person is the cause
 * @param fact       the fact that a rule found the cause in; null where a person is the cause
 */
public record Change(
        Alert alert,
        AlertChange what,
        String by,
        String note,
        String rootCause,
        Instant receivedAt,
        String identifier,
        FactKey fact) {

    /** What a rule did. */
    static Change byRule(Alert alert, AlertChange what, Finding finding) {
        return new Change(alert, what, null, null, null, finding.receivedAt(), finding.identifier(), finding.fact());
    }

    /** What a person did; {@code alert} is the alert after it. */
    public static Change byPerson(Alert alert, AlertAction action, String by) {
        var rootCause = action instanceof AlertAction.Resolve resolve ? resolve.rootCause() : null;
        return new Change(alert, action.change(), by, action.note(), rootCause, null, null, null);
    }

    /** The alert is resolved, as its customer was erased. */
    public static Change byErasure(Alert alert, Instant at) {
        return new Change(
                alert.resolvedAt(at), AlertChange.RESOLVED, null, "The customer was erased.", null, null, null, null);
    }

    /** When it happened. */
    public Instant at() {
        return alert.updatedAt();
    }

    public String brand() {
        return alert.key().brand();
    }

    /** The alerts of {@code changes} as they stand after the last of them. */
    public static Collection<Alert> latest(List<Change> changes) {
        Map<String, Alert> byId = new LinkedHashMap<>();
        changes.forEach(change -> byId.put(change.alert().id(), change.alert()));
        return byId.values();
    }
}
