package io.ressenti.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Finite numbers: neither {@code "NaN"}, which Jackson takes for one, nor 1e999, which no double can hold. */
final class FiniteNumberDeserializer extends StdScalarDeserializer<Double> {

    private static final long serialVersionUID = 1L;

    FiniteNumberDeserializer() {
        super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return (Double) context.handleUnexpectedToken(Double.class, parser);
        }
        var number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw context.weirdStringException(parser.getText(), Double.class, "not finite");
        }
        return number;
    }
}
