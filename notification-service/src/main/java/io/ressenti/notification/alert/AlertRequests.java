package io.ressenti.notification.alert;

import io.ressenti.notification.alert.model.AlertAction;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What clients send to act on an alert. Each request knows the action that it stands for. */
final class AlertRequests {

    private static final int MAX_NAME = 200;
    private static final int MAX_TEXT = 4000;

    private static final String WITHOUT_NUL = "[^\\u0000]*";
    private static final String NUL_MESSAGE = "holds the character U+0000, which cannot be kept. Remove it.";

    private AlertRequests() {}

    /** {@code assign}. */
    record AssignAlertRequest(
            @NotBlank @Size(max = MAX_NAME) @Pattern(regexp = WITHOUT_NUL, message = NUL_MESSAGE)
            String assignee) {

        AlertAction action() {
            return new AlertAction.Assign(assignee.strip());
        }
    }

    /** {@code note}. */
    record NoteAlertRequest(
            @NotBlank @Size(max = MAX_TEXT) @Pattern(regexp = WITHOUT_NUL, message = NUL_MESSAGE)
            String text) {

        AlertAction action() {
            return new AlertAction.Note(text.strip());
        }
    }

    /** {@code resolve}. */
    record ResolveAlertRequest(
            @NotBlank @Size(max = MAX_TEXT) @Pattern(regexp = WITHOUT_NUL, message = NUL_MESSAGE)
            String text,

            @Size(max = MAX_TEXT) @Pattern(regexp = WITHOUT_NUL, message = NUL_MESSAGE)
            String rootCause) {

        AlertAction action() {
            return new AlertAction.Resolve(text.strip(), rootCause);
        }
    }

    /** {@code reopen}. */
    record ReopenAlertRequest(
            @Size(max = MAX_TEXT) @Pattern(regexp = WITHOUT_NUL, message = NUL_MESSAGE)
            String text) {

        AlertAction action() {
            return new AlertAction.Reopen(text);
        }
    }

    /** {@code acknowledge}: nothing to say. */
    record AcknowledgeAlertRequest() {}
}
