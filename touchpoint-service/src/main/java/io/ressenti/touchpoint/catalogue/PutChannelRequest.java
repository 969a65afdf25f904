package io.ressenti.touchpoint.catalogue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * A channel as it shall be.
 *
 * @param code   may be left out; otherwise the same as in the path
 * @param names  display names by language tag; none by default
 * @param online whether the customer meets the brand over the net there
 */
record PutChannelRequest(
        String code,

        @Size(max = 50, message = "At most 50 names.")
        Map<
                        @Pattern(regexp = Codes.LANGUAGE, message = Codes.LANGUAGE_RULE) String,
                        @NotNull(message = Codes.NAME_RULE) @Size(min = 1, max = 200, message = Codes.NAME_RULE) String>
                names,

        @NotNull(message = "Say whether the channel is online: true or false.")
        Boolean online) {

    PutChannelRequest {
        names = names == null ? Map.of() : names;
    }
}
