package io.ressenti.cli.client;

import io.ressenti.contracts.Outcome;
import java.time.Instant;
import java.util.Map;

/**
 * A customer met the brand at a touchpoint: the body of {@code POST /api/v1/touchpoints}.
 *
 * @param partner  who ran the touchpoint; null where the brand did
 * @param measures what was measured, by name, in the unit of the catalogue's promise
 */
public record TouchpointEvent(
        String id,
        String source,
        Instant occurredAt,
        String customer,
        String journeyId,
        String touchpoint,
        String channel,
        String partner,
        Outcome outcome,
        Map<String, Double> measures,
        Map<String, String> attributes)
        implements ClientEvent {

    public TouchpointEvent {
        measures = Map.copyOf(measures);
        attributes = Map.copyOf(attributes);
    }
}
