package io.ressenti.notification.receiver;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this installation can send e-mail. */
@ApplicationScoped
public class MailSetup {

    private final SmtpConfig smtp;

    MailSetup(SmtpConfig smtp) {
        this.smtp = smtp;
    }

    /** Whether the operator has named a server and a sender; not whether that server answers. */
    public boolean isComplete() {
        return smtp.host().isPresent() && smtp.from().isPresent();
    }
}
