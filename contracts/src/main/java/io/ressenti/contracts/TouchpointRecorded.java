package io.ressenti.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A customer met the brand at a touchpoint.
 *
 * @param occurredAt when it happened; by our clock where the client's was wrong
 * @param clientOccurredAt what the client said about that, where its clock was wrong; null otherwise
 * @param sentAt     when the client says that it sent the event; null where it does not say
 * @param receivedAt when we received it
 * @param stage      the touchpoint's stage in the catalogue
 * @param partner    the partner that ran the touchpoint; null where the brand did
 * @param measures   what was measured, by name
 * @param promises   the measures for which the catalogue holds a promise, each beside it
 * @param attributes free labels of the client
 * @param touchpointRevision the revision of the touchpoint in the catalogue that the event was judged by
 * @param variant    the variant of an experiment that the customer saw; null where there was none
 */
public record TouchpointRecorded(
        String id,
        String source,
        String brand,
        String customer,
        String journeyId,
        String touchpoint,
        Long touchpointRevision,
        Stage stage,
        String channel,
        String partner,
        Instant occurredAt,
        Instant clientOccurredAt,
        Instant sentAt,
        Instant receivedAt,
        Outcome outcome,
        Map<String, Double> measures,
        List<PromiseMeasured> promises,
        Map<String, String> attributes,
        String variant)
        implements Event {

    public TouchpointRecorded {
        measures = measures == null ? Map.of() : Map.copyOf(measures);
        promises = promises == null ? List.of() : List.copyOf(promises);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    @Override
    public String subject() {
        return customer;
    }
}
