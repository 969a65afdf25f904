package io.ressenti.feedback.collection;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.feedback.collection.model.AnswerValue;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.io.IOException;

/** Reads a whole number or a string; refuses everything else. */
@RegisterForReflection
final class AnswerValueDeserializer extends StdDeserializer<AnswerValue> {

    private static final long serialVersionUID = 1L;

    AnswerValueDeserializer() {
        super(AnswerValue.class);
    }

    @Override
    public AnswerValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return new AnswerValue.Words(context.readValue(parser, String.class));
        }
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT) && parser.getNumberType() == JsonParser.NumberType.INT) {
            return new AnswerValue.Rating(parser.getIntValue());
        }
        var problem = Problem.malformed("The value of an answer is a whole number, or a string for EMOTION and TEXT.");
        throw JsonMappingException.from(parser, problem.detail(), new ProblemException(problem));
    }
}
