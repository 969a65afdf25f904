package io.ressenti.docs;

import java.util.Locale;
import java.util.Optional;

/**
 * A key of the configuration.
 *
 * @param name         with all dots; what stands in angle brackets is chosen by whoever configures
 * @param type         in words, such as {@code duration}
 * @param optional     whether the service starts without it, although it has no default
 * @param defaultValue as it would be written in a properties file
 * @param description  what its Javadoc says, in Markdown
 */
record ConfigKey(String name, String type, boolean optional, Optional<String> defaultValue, String description) {

    /** The environment variable that sets it. Quotes become underscores as all else does that is no letter and no digit. */
    String variable() {
        return name.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
    }
}
