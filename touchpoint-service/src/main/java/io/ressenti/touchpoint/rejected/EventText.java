package io.ressenti.touchpoint.rejected;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.touchpoint.rejected.model.EventJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What an event holds, in the plainest form that shows all of it. One of the three is there.
 *
 * @param json   where it is JSON
 * @param text   where it is text
 * @param base64 where it is neither
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventText(JsonNode json, String text, String base64) {

    /** Null where there is nothing to show. */
    static EventText of(byte[] event) {
        if (event == null) {
            return null;
        }
        return EventJson.find(event)
                .map(json -> new EventText(json, null, null))
                .orElseGet(() -> textOrBytes(event));
    }

    private static EventText textOrBytes(byte[] event) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(event));
            return new EventText(null, text.toString(), null);
        } catch (CharacterCodingException e) {
            return new EventText(null, null, Base64.getEncoder().encodeToString(event));
        }
    }
}
