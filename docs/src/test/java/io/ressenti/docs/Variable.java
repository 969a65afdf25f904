package io.ressenti.docs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An environment variable that a service's properties name.
 *
 * @param name         such as {@code RESSENTI_KAFKA}
 * @param key          the key that it sets
 * @param defaultValue what holds without it; where there is none, the service does not start
 */
record Variable(String name, String key, Optional<String> defaultValue) {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(RESSENTI_\\w+)(?::((?:[^{}]|\\{[^{}]*})*))?}");

    /** Those that a properties file names. */
    static Stream<Variable> in(Path properties) {
        return PropertiesFile.read(properties).entrySet().stream().flatMap(entry -> REFERENCE
                .matcher(entry.getValue())
                .results()
                .map(found -> new Variable(found.group(1), entry.getKey(), Optional.ofNullable(found.group(2)))));
    }
}
