package io.ressenti.notification.delivery.email;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.ressenti.notification.delivery.DeliveryConfig;
import io.ressenti.notification.receiver.MailSetup;
import io.ressenti.notification.receiver.SmtpConfig;
import io.ressenti.notification.receiver.SmtpConfig.StartTls;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The way to the mail server. Unlike the extension's own mailer it ends an attempt's connection with the attempt: one that hangs, or answers
 * a little now and then, would keep a place, and deliver in the end what has been tried again long since.
 */
@Singleton // made when the service starts, so that what is wrong with its configuration shows then
class MailServerClient {

    /** "submissions" is secured from the first byte (RFC 8314, section 3.3). */
    private static final int SUBMISSIONS = 465;

    private final Vertx vertx;

    /** No conversation's own: what is deployed on that of another ends with it. */
    private final Context context;

    private final MailConfig options;
    private final Duration timeout;

    /** @throws IllegalStateException where no mail could be sent with that configuration, or a password would be given away */
    MailServerClient(
            Vertx vertx,
            MailSetup setup,
            SmtpConfig smtp,
            DeliveryConfig deliveries,
            EmailConfig email,
            TlsConfigurationRegistry tls) {
        check(smtp, deliveries);
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.options = setup.isComplete() ? options(smtp, email, tls) : null;
        this.timeout = smtp.timeout();
    }

    /** Sends once. Fails where the server has not taken the mail, or has not said so in time. */
    Uni<Void> send(MailMessage mail) {
        var conversation = new Conversation(options, mail);
        return vertx.deployVerticle(conversation)
                .chain(deployment ->
                        waitFor(conversation).onTermination().invoke(() -> vertx.undeployAndForget(deployment)))
                .emitOn(context::runOnContext);
    }

    private Uni<Void> waitFor(Conversation conversation) {
        return conversation.outcome().ifNoItem().after(timeout).fail();
    }

    private static void check(SmtpConfig smtp, DeliveryConfig deliveries) {
        if (smtp.timeout().compareTo(deliveries.lease()) >= 0) {
            throw new IllegalStateException(
                    "ressenti.smtp.timeout has to be shorter than ressenti.notification.delivery.lease");
        }
        if (smtp.user().isPresent() && smtp.starttls() == StartTls.OPTIONAL && smtp.port() != SUBMISSIONS) {
            throw new IllegalStateException(
                    "ressenti.smtp.starttls=optional would give the password of ressenti.smtp.user to anybody on the way."
                            + " Set it to required, or to disabled where the network is your own.");
        }
        smtp.from().ifPresent(MailServerClient::checkSender);
    }

    private static void checkSender(String from) {
        try {
            new EmailAddress(from);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "ressenti.smtp.from is no sender. Write it as alerts@example.com or Ressenti <alerts@example.com>.",
                    e);
        }
    }

    private static MailConfig options(SmtpConfig smtp, EmailConfig email, TlsConfigurationRegistry tls) {
        var options = new MailConfig(smtp.host().orElseThrow(), smtp.port());
        tls.getDefault().ifPresent(trusted -> TlsConfigUtils.configure(options, trusted)); // turns TLS on as well
        options.setSsl(smtp.port() == SUBMISSIONS)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setConnectTimeout((int) smtp.timeout().toMillis())
                .setIdleTimeout((int) smtp.timeout().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        smtp.user().ifPresent(user -> options.setLogin(LoginOption.REQUIRED)
                .setUsername(user)
                .setPassword(smtp.password().orElse("")));
        return options.setStarttls(StartTLSOptions.valueOf(smtp.starttls().name()))
                // Relays want a name that is known outside: a pod's is not.
                .setOwnHostname(new PublicUrl(email.publicUrl()).host())
                .setKeepAlive(false)
                .setMaxPoolSize(1);
    }
}
