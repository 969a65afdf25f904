package io.ressenti.platform.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.ressenti.platform.problem.JsonProblems;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Instant;

/**
 * JSON read to the letter: no unknown field, no duplicate key, no {@code "5"} for 5 nor 5 for {@code "5"}, nothing after the
 * end, no text that PostgreSQL cannot hold.
 */
public final class StrictJson {

    /** Bodies are UTF-8 (RFC 8259). Jackson would guess other encodings from their first bytes, and fail in its own words. */
    private static final JsonFactory UTF_8 =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private static final ObjectMapper MAPPER = configure(new ObjectMapper(UTF_8).registerModule(new JavaTimeModule()));

    private StrictJson() {}

    /** Makes {@code mapper} strict in reading. */
    public static ObjectMapper configure(ObjectMapper mapper) {
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.setConfig(mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper.registerModule(new SimpleModule("strict")
                .addDeserializer(String.class, new StorableTextDeserializer())
                .addKeyDeserializer(String.class, new StorableKeyDeserializer())
                .addDeserializer(Double.class, new FiniteNumberDeserializer())
                .addDeserializer(Instant.class, new Rfc3339Deserializer()));
    }

    /**
     * The value in {@code json}.
     *
     * @throws ProblemException 400 with the place and what is wrong there, where {@code json} is no such value
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new ProblemException(Problem.malformed("The value is null. Send a JSON object."));
            }
            return value;
        } catch (JacksonException e) {
            throw new ProblemException(JsonProblems.of(e));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
    }
}
