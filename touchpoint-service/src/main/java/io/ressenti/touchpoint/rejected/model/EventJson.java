package io.ressenti.touchpoint.rejected.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ressenti.platform.problem.JsonProblems;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.io.IOException;
import java.util.Optional;

/** An event's JSON as somebody repairs it: whatever its shape, but unambiguous, and no number loses a digit. */
public final class EventJson {

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private EventJson() {}

    /** The value in {@code json} (UTF-8); empty where it is not JSON, or says something twice. */
    public static Optional<JsonNode> find(byte[] json) {
        try {
            return Optional.of(JSON.readTree(json)).filter(value -> !value.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * The value in {@code json} (UTF-8).
     *
     * @throws ProblemException 400 with the place where it is not JSON, or says something twice
     */
    public static JsonNode read(byte[] json) {
        try {
            var value = JSON.readTree(json);
            if (value.isMissingNode()) {
                throw new ProblemException(Problem.malformed("The body is empty. Send JSON."));
            }
            return value;
        } catch (JacksonException e) {
            throw new ProblemException(JsonProblems.of(e));
        } catch (IOException e) {
            throw new ProblemException(Problem.malformed("The body is not UTF-8. Send JSON in UTF-8."));
        }
    }

    /** {@code value} as UTF-8. */
    public static byte[] write(JsonNode value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written as JSON", e);
        }
    }
}
