package io.ressenti.notification.delivery.email;

import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.ressenti.notification.delivery.DeliveryConfig;
import io.ressenti.notification.receiver.MailSetup;
import io.ressenti.notification.receiver.SmtpConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The way to the mail server. Unlike the extension's own mailer it ends connections on which nothing is said any more: each would
 * keep a place of the pool, and a server that hangs for an hour would leave none.
 */
@Singleton // made when the service starts, so that what is wrong with its configuration shows then
class MailServerClient {

    /** "submissions" is secured from the first byte (RFC 8314, section 3.3). */
    private static final int SUBMISSIONS = 465;

    private final MailClient client;
    private final Duration timeout;

    /** @throws IllegalStateException where an attempt could outlast the reservation of its queue */
    MailServerClient(
            Vertx vertx, MailSetup setup, SmtpConfig smtp, DeliveryConfig deliveries, TlsConfigurationRegistry tls) {
        this.timeout = smtp.timeout();
        if (timeout.compareTo(deliveries.lease()) >= 0) {
            throw new IllegalStateException(
                    "ressenti.smtp.timeout has to be shorter than ressenti.notification.delivery.lease");
        }
        this.client = setup.isComplete() ? MailClient.create(vertx, options(smtp, deliveries, tls)) : null;
    }

    /** Sends once. Fails where the server has not taken the mail, or has not said so in time. */
    Uni<Void> send(MailMessage mail) {
        return client.sendMail(mail).replaceWithVoid().ifNoItem().after(timeout).fail();
    }

    private static MailConfig options(SmtpConfig smtp, DeliveryConfig deliveries, TlsConfigurationRegistry tls) {
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
                // A connection that was silently cut while it was idle would be found out only by the next mail.
                .setKeepAlive(false)
                .setMaxPoolSize(deliveries.parallel());
    }
}
