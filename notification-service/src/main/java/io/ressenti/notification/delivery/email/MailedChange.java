package io.ressenti.notification.delivery.email;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.contracts.AlertChange;

/** A message's body, as far as a mail tells of it. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MailedChange(Data data) {

    /** The change, and the alert after it. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Data(AlertChange change, MailedAlert alert) {}
}
