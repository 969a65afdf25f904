package io.ressenti.touchpoint.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A brand's whole catalogue, or the sections of it that shall be touched.
 *
 * @param channels    complete: a channel that is not in it is removed; null: left as they are
 * @param partners    those to be added or changed, the others stay: they come by the thousand, by themselves; null: none
 * @param touchpoints complete: a touchpoint that is not in it is removed; null: left as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CatalogueDocument(
        List<ChannelDefinition> channels, List<PartnerDefinition> partners, List<TouchpointDefinition> touchpoints)
        implements YamlAnswer {

    @Override
    @JsonIgnore
    public String heading() {
        return """
                # What customers meet, over which channels, run by whom. Edit it and PUT it back to /api/v1/catalogue; with
                # ?dryRun=true the answer only says what would change. A section that is left out stays as it is; a channel or
                # touchpoint that is not in its section is removed. Partners are added or changed, never removed here.
                """;
    }
}
