package io.ressenti.notification.receiver;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The server that takes e-mail from here. Without it this installation sends none, and refuses receivers that are reached by e-mail. */
@ConfigMapping(prefix = "ressenti.smtp")
public interface SmtpConfig {

    /** Its name or address. */
    Optional<String> host();

    /** Its port: usually 587, or 25 for a relay in the own network. On 465 the connection is secured from the first byte. */
    @WithDefault("587")
    int port();

    /** Who logs in there; nobody where it is left out. */
    Optional<String> user();

    /** The password that goes with {@code user}. */
    Optional<String> password();

    /** Whom alerts come from: {@code alerts@example.com}. Without it no e-mail is sent either. */
    Optional<String> from();

    /**
     * Whether the connection is secured before anything is said. {@code optional} is where the server offers it, or seems to: anybody
     * on the way can hide the offer, so that it is refused together with a {@code user}, whose password would be given away.
     */
    @WithDefault("required")
    StartTls starttls();

    /**
     * How long the server may take for a mail. A mail for which it takes longer may arrive all the same, and once more with each
     * further attempt. Shorter than {@code ressenti.notification.delivery.lease}.
     */
    @WithDefault("25s")
    Duration timeout();

    /** How many mails an instance hands over at a time, each on a connection of its own: providers allow a client few. */
    @WithDefault("8")
    int connections();

    /** What becomes of a connection that is not secured yet. */
    enum StartTls {
        REQUIRED,
        OPTIONAL,
        DISABLED
    }
}
