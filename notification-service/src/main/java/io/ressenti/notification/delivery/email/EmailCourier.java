package io.ressenti.notification.delivery.email;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.notification.delivery.Attempt;
import io.ressenti.notification.delivery.Courier;
import io.ressenti.notification.delivery.Message;
import io.ressenti.notification.receiver.MailSetup;
import io.ressenti.notification.receiver.ReceiverKind;
import io.ressenti.notification.receiver.SmtpConfig;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/** Mails alerts, each on its own, to one mailbox. */
@ApplicationScoped
class EmailCourier implements Courier {

    private static final Logger LOG = Logger.getLogger(EmailCourier.class);

    /**
     * An answer about this very mailbox or its domain (RFC 3463, section 3.2 and 3.3; RFC 7505 for 5.1.10). Servers answer to the
     * recipient, and with 5xx, what they have against the sender or against us as well: that can be mended, and must cost no alert.
     */
    private static final Pattern NO_SUCH_MAILBOX =
            Pattern.compile("5\\d\\d[ -]5\\.(?:1\\.(?:1|2|3|6|10)|2\\.1)(?!\\d).*");

    private final MailServerClient server;
    private final MailSetup setup;
    private final SmtpConfig smtp;
    private final ObjectMapper json;
    private final PublicUrl publicUrl;

    EmailCourier(MailServerClient server, MailSetup setup, SmtpConfig smtp, ObjectMapper json, EmailConfig config) {
        this.server = server;
        this.setup = setup;
        this.smtp = smtp;
        this.json = json;
        this.publicUrl = setup.isComplete() ? new PublicUrl(config.publicUrl()) : null;
    }

    @Override
    public ReceiverKind kind() {
        return ReceiverKind.EMAIL;
    }

    @Override
    public int parallel() {
        return smtp.connections();
    }

    @Override
    public Uni<Attempt> deliver(Message message) {
        if (!setup.isComplete()) {
            return Uni.createFrom().item(new Attempt.Failed("This installation sends no e-mail any more.", false));
        }
        return server.send(mail(message))
                .<Attempt>replaceWith(new Attempt.Succeeded())
                .onFailure()
                .recoverWithItem(this::explain);
    }

    private MailMessage mail(Message message) {
        var told = read(message.body());
        var alert = AlertMail.of(told, message.receiver(), publicUrl.of(told.alert()));
        var headers = MultiMap.caseInsensitiveMultiMap()
                // The same at every attempt: a mail that arrives twice can be told by it.
                .add("Message-ID", "<" + message.id() + "@" + publicUrl.host() + ">")
                // Nobody's holiday reply comes back (RFC 3834).
                .add("Auto-Submitted", "auto-generated");
        return new MailMessage()
                .setFrom(smtp.from().orElseThrow())
                .setTo(message.receiver().address())
                .setSubject(alert.subject())
                .setText(alert.text())
                .setHeaders(headers);
    }

    private MailedChange.Data read(String body) {
        try {
            return json.readValue(body, MailedChange.class).data();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is not what the service writes", e);
        }
    }

    private Attempt explain(Throwable failure) {
        return switch (failure) {
            case SMTPException refusal
            when isForGood(refusal) ->
                new Attempt.Failed("The mail server refuses this address (" + refusal.getReplyCode() + ").", true);
            case SMTPException refusal -> again("The mail server answered " + refusal.getReplyCode() + ".");
            case TimeoutException late ->
                again("The mail server did not take the mail within "
                        + smtp.timeout().toSeconds() + " s.");
            case UnknownHostException unknown -> again("Nobody knows the mail server's name.");
            case ConnectException away -> again("The mail server could not be reached.");
            case SSLException unsecured -> again("The connection to the mail server could not be secured.");
            default -> unexplained(failure);
        };
    }

    private static Attempt unexplained(Throwable failure) {
        var said = String.valueOf(failure.getMessage());
        if (said.startsWith("STARTTLS required")) {
            return again("The mail server offers no STARTTLS, and without it nothing is said to it.");
        }
        if (said.startsWith("login is required")) {
            return again("The mail server offers no way to log in that is known here.");
        }
        // No message: it may hold an address.
        LOG.warnf("event=mail.failed reason=%s", failure.getClass().getSimpleName());
        return again("The connection to the mail server could not be used, or broke.");
    }

    private static Attempt again(String reason) {
        return new Attempt.Failed(reason, false);
    }

    private static boolean isForGood(SMTPException refusal) {
        return refusal.getReplyMessages().stream()
                .anyMatch(line -> NO_SUCH_MAILBOX.matcher(line).matches());
    }
}
