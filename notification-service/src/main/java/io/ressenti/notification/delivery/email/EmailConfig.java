package io.ressenti.notification.delivery.email;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What alerts by e-mail say. */
@ConfigMapping(prefix = "ressenti.notification.email")
public interface EmailConfig {

    /** Where people reach the console: mails link to the alert there. */
    URI publicUrl();
}
