package io.ressenti.cli.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An id made of what an event says: {@code row-} and 32 hexadecimal digits of the SHA-256 of its JSON, members in alphabetical
 * order, without an id. The same row has the same id in every import; two rows that say the same are one event.
 */
final class DerivedId {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final int DIGITS = 32;

    private DerivedId() {}

    static String of(ObjectNode event) {
        Map<?, ?> members = CANONICAL.convertValue(event, Map.class);
        members.remove("id");
        try {
            return "row-" + Sha256.of(CANONICAL.writeValueAsString(members)).substring(0, DIGITS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written as JSON", e);
        }
    }
}
