package io.ressenti.cli.client;

import java.util.List;

/** A service's refusal (RFC 9457), as far as a client shows it. */
public record Problem(String type, String title, String detail, List<Place> errors) {

    /** Where it is wrong. */
    public record Place(String pointer, String message) {}

    /** Whether the service has not heard of the touchpoint; the catalogue reaches it a moment after it was changed. */
    public boolean unknownTouchpoint() {
        return "urn:ressenti:problem:unknown-touchpoint".equals(type);
    }

    /** The most precise words that the service gave. */
    public String words() {
        if (errors != null && !errors.isEmpty()) {
            var first = errors.getFirst();
            return first.pointer() + ": " + first.message();
        }
        return detail != null ? detail : title;
    }
}
