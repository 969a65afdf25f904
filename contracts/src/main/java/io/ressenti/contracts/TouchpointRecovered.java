package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A touchpoint, or one of its channels, that had dropped is as before again.
 *
 * @param channel   the channel that it is about; null where it is about the whole touchpoint
 * @param drop      id of the event that told the drop
 * @param before    from the drop until it was told
 * @param after     from {@code since} to {@code occurredAt}
 * @param withdrawn the drop was none: events that came late, were amended or erased have shown it. {@code before} is what was
 *     told, {@code after} what is usual
 */
public record TouchpointRecovered(
        String id,
        String source,
        String brand,
        String touchpoint,
        String channel,
        String drop,
        Instant since,
        Instant occurredAt,
        DissatisfiedShare before,
        DissatisfiedShare after,
        boolean withdrawn)
        implements DropEvent {

    @Override
    @JsonIgnore
    public String subject() {
        return touchpoint;
    }
}
