package io.ressenti.notification.alert.model;

import io.ressenti.contracts.AlertState;
import io.ressenti.contracts.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody was let down, and a lead should know.
 *
 * @param severity    the worst that it has ever been: further signals raise it, never lower it
 * @param assignee    who looks after it; null while nobody does
 * @param signals     how many bad signals it gathers
 * @param worst       the worst of them; the first of equally bad ones
 * @param scoreBefore the customer's score before the first signal; null where there was none yet
 * @param scoreAfter  the customer's score after the last signal
 * @param revision    grows with every change, from 1
 */
public record Alert(
        String id,
        AlertKey key,
        AlertState state,
        Severity severity,
        String assignee,
        int signals,
        Evidence worst,
        Double scoreBefore,
        double scoreAfter,
        long revision,
        Instant openedAt,
        Instant updatedAt) {

    /** A new alert. */
    static Alert open(String id, Finding finding, Instant at) {
        var evidence = finding.evidence();
        return new Alert(
                id,
                finding.key(),
                AlertState.OPEN,
                evidence.severity(),
                null,
                1,
                evidence,
                finding.scoreBefore(),
                finding.scoreAfter(),
                1,
                at,
                at);
    }

    /** The alert with one more signal. What people have done with it stays. */
    Alert with(Finding finding, Instant at) {
        var severer = finding.evidence().severity().compareTo(severity) > 0
                ? finding.evidence().severity()
                : severity;
        return new Alert(
                id,
                key,
                state,
                severer,
                assignee,
                signals + 1,
                worst.worse(finding.evidence()),
                scoreBefore,
                finding.scoreAfter(),
                revision + 1,
                openedAt,
                at);
    }

    /** The alert after {@code action}; empty where that is not possible in its state. */
    public Optional<Alert> after(AlertAction action, Instant at) {
        return Lifecycle.next(state, action.kind()).map(next -> in(next, assigneeAfter(action), at));
    }

    /** The alert with nothing left to do about it, whatever its state. */
    Alert resolvedAt(Instant at) {
        return in(AlertState.RESOLVED, assignee, at);
    }

    private String assigneeAfter(AlertAction action) {
        return action instanceof AlertAction.Assign assign ? assign.assignee() : assignee;
    }

    private Alert in(AlertState next, String who, Instant at) {
        return new Alert(
                id, key, next, severity, who, signals, worst, scoreBefore, scoreAfter, revision + 1, openedAt, at);
    }
}
