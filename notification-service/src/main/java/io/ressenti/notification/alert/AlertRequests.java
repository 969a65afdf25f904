package io.ressenti.notification.alert;

import io.ressenti.notification.alert.model.AlertAction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What clients send to act on an alert. Each request knows the action that it stands for. */
final class AlertRequests {

    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 4000;

    private AlertRequests() {}

    /** {@code assign}. */
    record AssignAlertRequest(
            @NotBlank @Size(max = MAX_NAME) String assignee) {

        AlertAction action() {
            return new AlertAction.Assign(assignee.strip());
        }
    }

    /** {@code note}. */
    record NoteAlertRequest(@NotBlank @Size(max = MAX_TEXT) String text) {

        AlertAction action() {
            return new AlertAction.Note(text.strip());
        }
    }

    /** {@code resolve}. */
    record ResolveAlertRequest(
            @NotBlank @Size(max = MAX_TEXT) String text,

            @Size(max = MAX_TEXT) String rootCause) {

        AlertAction action() {
            return new AlertAction.Resolve(text.strip(), rootCause);
        }
    }

    /** {@code reopen}. */
    record ReopenAlertRequest(@Size(max = MAX_TEXT) String text) {

        AlertAction action() {
            return new AlertAction.Reopen(text);
        }
    }

    /** {@code acknowledge}: nothing to say. */
    record AcknowledgeAlertRequest() {}
}
