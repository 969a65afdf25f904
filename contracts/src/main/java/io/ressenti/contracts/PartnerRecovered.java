package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A partner that had dropped at a touchpoint is as before again.
 *
 * @param partner   the partner that runs the touchpoint
 * @param drop      id of the event that told the drop
 * @param before    from the drop until it was told
 * @param after     from {@code since} to {@code occurredAt}
 * @param withdrawn the drop was none: events that came late, were amended or erased have shown it. {@code before} is what was
 *     told, {@code after} what is usual
 */
public record PartnerRecovered(
        String id,
        String source,
        String brand,
        String touchpoint,
        String partner,
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
        return partner;
    }
}
