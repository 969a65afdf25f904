package io.ressenti.touchpoint.ingestion.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What can be made out of an event that could not be read, so that its sender finds it again.
 *
 * @param source       null where it cannot be made out
 * @param id           null where it cannot be made out
 * @param isCloudEvent whether it calls itself one
 */
record Identity(String source, String id, boolean isCloudEvent) {

    private static final JsonFactory LENIENT =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    /** What stands in {@code json}, as far as it is JSON and no longer than an event may be. */
    static Identity in(byte[] json) {
        var found = new Identity(null, null, false);
        try (var parser = LENIENT.createParser(json, 0, Math.min(json.length, TouchpointReader.MAX_BYTES))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return found;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var field = parser.currentName();
                parser.nextToken();
                found = found.with(field, parser);
                parser.skipChildren();
            }
        } catch (IOException e) {
            return found; // the problem itself is told by whoever read the whole
        }
        return found;
    }

    private Identity with(String field, JsonParser value) throws IOException {
        return switch (field) {
            case "source" -> new Identity(source == null ? identifier(value) : source, id, isCloudEvent);
            case "id" -> new Identity(source, id == null ? identifier(value) : id, isCloudEvent);
            case "specversion" -> new Identity(source, id, true);
            default -> this;
        };
    }

    private static String identifier(JsonParser value) throws IOException {
        return value.hasToken(JsonToken.VALUE_STRING) && TouchpointRules.isIdentifier(value.getText())
                ? value.getText()
                : null;
    }
}
