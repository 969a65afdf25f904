package io.ressenti.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A properties file of a module. */
final class PropertiesFile {

    private PropertiesFile() {}

    /** Its keys and values; nothing where there is no such file. */
    static Map<String, String> read(Path file) {
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        var values = new TreeMap<String, String>();
        properties.forEach((key, value) -> values.put((String) key, (String) value));
        return values;
    }
}
