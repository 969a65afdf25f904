package io.ressenti.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * A partner lets customers down at a touchpoint more often than it used to.
 *
 * @param partner   the partner that runs the touchpoint
 * @param before    over the days before that are usual for it
 * @param after     from {@code since} to {@code occurredAt}
 */
public record PartnerDropped(
        String id,
        String source,
        String brand,
        String touchpoint,
        String partner,
        Instant since,
        Instant occurredAt,
        DissatisfiedShare before,
        DissatisfiedShare after)
        implements DropEvent {

    @Override
    @JsonIgnore
    public String subject() {
        return partner;
    }
}
