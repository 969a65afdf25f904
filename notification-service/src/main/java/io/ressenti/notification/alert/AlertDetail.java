package io.ressenti.notification.alert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ressenti.contracts.AlertChange;
import java.time.Instant;
import java.util.List;

/**
 * An alert with all that happened to it.
 *
 * @param alert   its fields stand at the top level
 * @param history oldest first
 */
public record AlertDetail(@JsonUnwrapped AlertView alert, List<Entry> history) {

    public AlertDetail {
        history = List.copyOf(history);
    }

    /**
     * One thing that happened.
     *
     * @param by        the person or application that did it; null where a rule did
     * @param note      what was said with it; null where nothing was
     * @param rootCause why it had come to the alert; null unless somebody said so
     * @param assignee  who looked after the alert afterwards; null where nobody did
     */
    public record Entry(
            long revision, AlertChange change, Instant at, String by, String note, String rootCause, String assignee) {}
}
