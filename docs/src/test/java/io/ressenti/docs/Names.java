package io.ressenti.docs;

import java.util.Locale;

/** How names in Java become names in the configuration. */
final class Names {

    private Names() {}

    /** {@code rollUpEvery} becomes {@code roll-up-every}. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
