package io.ressenti.touchpoint.ingestion.model;

import io.ressenti.contracts.Outcome;
import java.time.Instant;
import java.util.Map;

/**
 * A touchpoint event as a client application sends it.
 *
 * @param id         the client's own identifier; together with {@code source} it makes the event count once
 * @param source     the application that it comes from
 * @param occurredAt when the customer met the brand
 * @param sentAt     when the application sent it; may be left out
 * @param customer   the application's identifier of the customer
 * @param journeyId  the order, visit or case that it belongs to; may be left out
 * @param touchpoint code of a touchpoint of the catalogue
 * @param channel    code of one of that touchpoint's channels
 * @param partner    code of the partner that ran the touchpoint; left out where the brand did
 * @param outcome    {@code SUCCESS} by default
 * @param measures   what was measured, by name
 * @param attributes free labels
 * @param variant    the variant of an experiment that the customer saw; may be left out
 */
public record TouchpointEvent(
        String id,
        String source,
        Instant occurredAt,
        Instant sentAt,
        String customer,
        String journeyId,
        String touchpoint,
        String channel,
        String partner,
        Outcome outcome,
        Map<String, Double> measures,
        Map<String, String> attributes,
        String variant) {

    public TouchpointEvent {
        outcome = outcome == null ? Outcome.SUCCESS : outcome;
        measures = measures == null ? Map.of() : measures;
        attributes = attributes == null ? Map.of() : attributes;
    }
}
