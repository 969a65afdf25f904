package io.ressenti.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The topics that this service reads, as its channels are configured. So meters of each topic are there before its first record. */
@ApplicationScoped
public class ConsumedTopics {

    private static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topics?");

    private final Set<String> names;

    ConsumedTopics(Config config) {
        this.names = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(TOPIC.asMatchPredicate())
                .flatMap(property -> config.getValues(property, String.class).stream())
                .map(String::strip)
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    /** Their names. */
    public Set<String> names() {
        return names;
    }
}
