package io.ressenti.console.inbox;

import io.ressenti.console.service.ActionRequest;
import io.ressenti.console.session.Lead;
import java.util.Locale;
import java.util.Optional;

/** What a lead can do with an alert. */
enum AlertAction {
    ACKNOWLEDGE,
    ASSIGN,
    NOTE,
    RESOLVE,
    REOPEN;

    /** The action of that name in a path, if there is one. */
    static Optional<AlertAction> named(String name) {
        for (var action : values()) {
            if (action.path().equals(name)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    /** Its name in a path, here and at notification-service. */
    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The request for {@code lead}, with what the form's fields hold. */
    ActionRequest request(Lead lead, String text, String rootCause) {
        return switch (this) {
            case ACKNOWLEDGE -> ActionRequest.empty();
            case ASSIGN -> ActionRequest.assignTo(lead.name());
            case NOTE, REOPEN -> ActionRequest.saying(text, null);
            case RESOLVE -> ActionRequest.saying(text, rootCause);
        };
    }
}
