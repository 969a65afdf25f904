package io.ressenti.console.service;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The body of an action on an alert; only the fields that belong to the action are sent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActionRequest(String assignee, String text, String rootCause) {

    /** For an action that needs no word. */
    public static ActionRequest empty() {
        return new ActionRequest(null, null, null);
    }

    /** Hands the alert to {@code assignee}. */
    public static ActionRequest assignTo(String assignee) {
        return new ActionRequest(assignee, null, null);
    }

    /** Says something, and optionally why it happened. */
    public static ActionRequest saying(String text, String rootCause) {
        return new ActionRequest(null, blankToNull(text), blankToNull(rootCause));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
