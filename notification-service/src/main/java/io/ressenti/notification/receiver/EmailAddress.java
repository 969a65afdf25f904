package io.ressenti.notification.receiver;

import java.util.Optional;
import java.util.regex.Pattern;

/** What an e-mail address of a receiver must look like: one mailbox, in ASCII, without a name beside it (RFC 5321). */
final class EmailAddress {

    private static final int MAX_LENGTH = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern MAILBOX =
            Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")*");

    private EmailAddress() {}

    /** What is wrong with {@code address}, in words for the client; empty where nothing is. */
    static Optional<String> fault(String address) {
        if (address.length() > MAX_LENGTH) {
            return Optional.of("The address is longer than " + MAX_LENGTH + " characters.");
        }
        return MAILBOX.matcher(address).matches()
                ? Optional.empty()
                : Optional.of(
                        "This is not an e-mail address. Write a single one, as desk@example.com, and no name beside it.");
    }
}
