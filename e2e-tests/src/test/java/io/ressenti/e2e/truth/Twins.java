package io.ressenti.e2e.truth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares two answers field by field. */
public final class Twins {

    /** Numbers agree to this; everything else is equal. */
    private static final double EXACTLY = 1e-9;

    private Twins() {}

    /** @param except names of fields that may differ, wherever they stand */
    public static void assertAlike(String what, JsonNode actual, JsonNode expected, Set<String> except) {
        var actualFields = fields(actual, except);
        var expectedFields = fields(expected, except);
        assertThat(actualFields).as(what).containsOnlyKeys(expectedFields.keySet());
        expectedFields.forEach((pointer, field) -> assertSame(what + " " + pointer, actualFields.get(pointer), field));
    }

    private static void assertSame(String what, JsonNode actual, JsonNode expected) {
        if (expected.isNumber()) {
            assertThat(actual.isNumber()).as(what).isTrue();
            assertThat(actual.asDouble()).as(what).isCloseTo(expected.asDouble(), within(EXACTLY));
        } else {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }

    private static Map<String, JsonNode> fields(JsonNode json, Set<String> except) {
        Map<String, JsonNode> fields = new TreeMap<>();
        collect("", json, except, fields);
        return fields;
    }

    private static void collect(String pointer, JsonNode json, Set<String> except, Map<String, JsonNode> fields) {
        if (json.isObject()) {
            json.properties().stream()
                    .filter(member -> !except.contains(member.getKey()))
                    .forEach(member -> collect(pointer + "/" + member.getKey(), member.getValue(), except, fields));
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                collect(pointer + "/" + i, json.get(i), except, fields);
            }
        } else {
            fields.put(pointer, json);
        }
    }
}
