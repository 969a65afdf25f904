package io.ressenti.notification.alert.model;

import io.ressenti.contracts.AlertChange;

/** What a person does with an alert. */
public sealed interface AlertAction {

    /** The kinds of action, without what belongs to one of them. */
    enum Kind {
        ACKNOWLEDGE,
        ASSIGN,
        NOTE,
        RESOLVE,
        REOPEN
    }

    /** "I have seen it." */
    record Acknowledge() implements AlertAction {}

    /** "This one looks after it." */
    record Assign(String assignee) implements AlertAction {}

    /** "This is worth knowing." */
    record Note(String text) implements AlertAction {}

    /**
     * "It has been put right."
     *
     * @param rootCause why it had come to it; null where nobody says
     */
    record Resolve(String text, String rootCause) implements AlertAction {}

    /**
     * "It has not been put right after all."
     *
     * @param text why; null where nobody says
     */
    record Reopen(String text) implements AlertAction {}

    default Kind kind() {
        return switch (this) {
            case Acknowledge a -> Kind.ACKNOWLEDGE;
            case Assign a -> Kind.ASSIGN;
            case Note n -> Kind.NOTE;
            case Resolve r -> Kind.RESOLVE;
            case Reopen r -> Kind.REOPEN;
        };
    }

    /** What the action is called once it has happened. */
    default AlertChange change() {
        return switch (kind()) {
            case ACKNOWLEDGE -> AlertChange.ACKNOWLEDGED;
            case ASSIGN -> AlertChange.ASSIGNED;
            case NOTE -> AlertChange.NOTED;
            case RESOLVE -> AlertChange.RESOLVED;
            case REOPEN -> AlertChange.REOPENED;
        };
    }

    /** What was said with it; null where nothing was. */
    default String note() {
        return switch (this) {
            case Acknowledge a -> null;
            case Assign a -> null;
            case Note n -> n.text();
            case Resolve r -> r.text();
            case Reopen r -> r.text();
        };
    }
}
