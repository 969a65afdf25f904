package io.ressenti.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A touchpoint was added to a brand's journey catalogue, changed or removed.
 *
 * @param code     the touchpoint's code, unique within the brand
 * @param revision grows with every change of this touchpoint; the greatest holds
 * @param names    display names by language tag
 * @param channels codes of the channels on which the touchpoint is met
 * @param removed  true where the touchpoint was taken out of the catalogue
 */
public record TouchpointCatalogued(
        String id,
        String source,
        String brand,
        String code,
        long revision,
        Stage stage,
        Map<String, String> names,
        List<String> channels,
        boolean removed,
        Instant occurredAt)
        implements Event {

    public TouchpointCatalogued {
        names = names == null ? Map.of() : Map.copyOf(names);
        channels = channels == null ? List.of() : List.copyOf(channels);
    }

    @Override
    public String subject() {
        return code;
    }
}
