package io.ressenti.notification.receiver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What an address of a receiver must look like. */
final class WebhookUrl {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_PORT = 65_535;

    private WebhookUrl() {}

    /** What is wrong with {@code url}, in words for the client; empty where nothing is. */
    static Optional<String> fault(String url) {
        if (url.length() > MAX_LENGTH) {
            return Optional.of("The address is longer than " + MAX_LENGTH + " characters.");
        }
        try {
            return Optional.ofNullable(fault(new URI(url)));
        } catch (URISyntaxException e) {
            return Optional.of("This is not an address. Write it as https://example.com/path.");
        }
    }

    private static String fault(URI uri) {
        if (!"https".equalsIgnoreCase(uri.getScheme()) && !"http".equalsIgnoreCase(uri.getScheme())) {
            return "The address must begin with https:// (or http://).";
        }
        if (uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
            return "The address names no host, or a port that does not exist.";
        }
        if (uri.getUserInfo() != null) {
            return "The address holds a user or password. Remove it: messages are signed, that is how a receiver knows them.";
        }
        return uri.getFragment() == null ? null : "The address has a fragment (#…). Remove it.";
    }
}
