package io.ressenti.touchpoint.catalogue;

import io.ressenti.touchpoint.catalogue.model.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * A way on which customers and brand meet.
 *
 * @param code   may be left out where the path says it; otherwise the same
 * @param names  display names by language tag; none by default
 * @param online whether the customer meets the brand over the net there
 */
record ChannelDefinition(
        @Pattern(regexp = Codes.CHANNEL, message = Codes.CHANNEL_RULE)
        String code,

        @Size(max = 50, message = "At most 50 names.")
        Map<
                        @Pattern(regexp = Codes.LANGUAGE, message = Codes.LANGUAGE_RULE) String,
                        @NotNull(message = Codes.NAME_RULE) @Size(min = 1, max = 200, message = Codes.NAME_RULE) String>
                names,

        @NotNull(message = "Say whether the channel is online: true or false.")
        Boolean online)
        implements Definition<ChannelDefinition> {

    ChannelDefinition {
        names = Texts.of(names);
    }

    @Override
    public ChannelDefinition withCode(String code) {
        return new ChannelDefinition(code, names, online);
    }
}
