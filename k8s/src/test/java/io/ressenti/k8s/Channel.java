package io.ressenti.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * What a service consumes, as it is configured.
 *
 * @param topics one, or several that are read together
 * @param group  the consumer group
 */
record Channel(List<String> topics, String group) {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final String GROUP = ".group.id";

    /** The incoming channels of {@code touchpoint}, {@code feedback}, … */
    static List<Channel> of(String service) throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("..", service + "-service", "src", "main", "resources", "application.properties"))) {
            properties.load(file);
        }
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(INCOMING) && key.endsWith(GROUP))
                .map(key -> key.substring(0, key.length() - GROUP.length()))
                .map(channel -> new Channel(
                        Arrays.asList(properties
                                .getProperty(channel + ".topic", properties.getProperty(channel + ".topics"))
                                .split(",")),
                        properties.getProperty(channel + GROUP)))
                .toList();
    }
}
