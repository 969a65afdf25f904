package io.ressenti.notification.receiver;

import io.ressenti.contracts.AlertChange;

/** How a receiver is reached. */
public enum ReceiverKind {
    /** An HTTP address that takes signed messages as in the Standard Webhooks specification. */
    WEBHOOK,
    /** A person's or a team's mailbox. */
    EMAIL;

    /** Whether receivers of this kind are told of {@code change}: systems of every one, people only of what they must act on. */
    public boolean isToldOf(AlertChange change) {
        return switch (this) {
            case WEBHOOK -> true;
            case EMAIL ->
                switch (change) {
                    case OPENED, REOPENED -> true;
                    case SIGNAL_ADDED, ACKNOWLEDGED, ASSIGNED, NOTED, RESOLVED -> false;
                };
        };
    }
}
