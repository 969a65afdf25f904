package io.ressenti.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Times with an offset, years 0000 to 9999. Numbers are refused: nobody can tell seconds from milliseconds. */
final class Rfc3339Deserializer extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    Rfc3339Deserializer() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        var text = parser.getText();
        try {
            return Rfc3339.parse(text);
        } catch (DateTimeException e) {
            throw context.weirdStringException(text, Instant.class, "not RFC 3339");
        }
    }
}
