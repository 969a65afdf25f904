package io.ressenti.embedded.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** An example of a body, with the schema that it is an example of. */
record MediaExample(String owner, String mediaType, String name, JsonNode schema, JsonNode value) {

    private static final String LINES = "application/x-ndjson";

    /** All examples of a {@code content} object. */
    static Stream<MediaExample> of(String owner, JsonNode content) {
        return Json.fields(content)
                .flatMap(media -> Json.fields(media.getValue().path("examples"))
                        .map(example -> new MediaExample(
                                owner,
                                media.getKey(),
                                example.getKey(),
                                media.getValue().path("schema"),
                                example.getValue().path("value"))));
    }

    /** What the schema speaks of: of lines of JSON, each line. */
    List<JsonNode> values() {
        return mediaType.equals(LINES) ? value.asText().lines().map(Json::read).toList() : List.of(value);
    }

    /** What a client sends. */
    String text() {
        return value.isTextual() ? value.asText() : value.toString();
    }

    @Override
    public String toString() {
        return owner + " " + mediaType + " \"" + name + "\"";
    }
}
