package io.ressenti.notification.alert.model;

import io.ressenti.contracts.AlertChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What findings do to alerts. */
public final class Alerting {

    private Alerting() {}

    /**
     * Takes findings in, one after the other: each joins the unresolved alert with its key, or opens one.
     *
     * @param unresolved every unresolved alert with a key of the findings
     * @param newId      gives the id of an alert that is opened
     * @return what changed, in the order of the findings, one change for each
     */
    public static List<Change> apply(
            Collection<Alert> unresolved, List<Finding> findings, Instant at, Supplier<String> newId) {
        Map<AlertKey, Alert> current = new HashMap<>();
        unresolved.forEach(alert -> current.put(alert.key(), alert));
        List<Change> changes = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            var change = apply(current.get(finding.key()), finding, at, newId);
            current.put(finding.key(), change.alert());
            changes.add(change);
        }
        return changes;
    }

    private static Change apply(Alert alert, Finding finding, Instant at, Supplier<String> newId) {
        return alert == null
                ? Change.byRule(Alert.open(newId.get(), finding, at), AlertChange.OPENED, finding)
                : Change.byRule(alert.with(finding, at), AlertChange.SIGNAL_ADDED, finding);
    }
}
