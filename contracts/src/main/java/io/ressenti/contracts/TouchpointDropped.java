package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A touchpoint, or one of its channels, lets customers down more often than it used to.
 *
 * @param channel   the channel that it is about; null where it is about the whole touchpoint
 * @param before    over the days before that are usual for it
 * @param after     from {@code since} to {@code occurredAt}
 */
public record TouchpointDropped(
        String id,
        String source,
        String brand,
        String touchpoint,
        String channel,
        Instant since,
        Instant occurredAt,
        DissatisfiedShare before,
        DissatisfiedShare after)
        implements DropEvent {

    @Override
    @JsonIgnore
    public String subject() {
        return touchpoint;
    }
}
