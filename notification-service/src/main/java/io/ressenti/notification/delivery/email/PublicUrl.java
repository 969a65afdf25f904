package io.ressenti.notification.delivery.email;

import java.net.URI;

/** Where people reach the console. */
record PublicUrl(URI address) {

    /** @throws IllegalArgumentException where a link to it would be none */
    PublicUrl {
        if (address.getHost() == null || !address.getScheme().matches("https?")) {
            throw new IllegalArgumentException(
                    "RESSENTI_PUBLIC_URL is no address that a mail could link to. Write it as https://ressenti.example.com.");
        }
    }

    String host() {
        return address.getHost();
    }

    /** The alert's own page. */
    String of(MailedAlert alert) {
        var base = address.toString();
        return (base.endsWith("/") ? base : base + "/") + "alerts/" + alert.id();
    }
}
