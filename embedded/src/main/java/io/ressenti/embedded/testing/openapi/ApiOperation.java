package io.ressenti.embedded.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * An operation of a document.
 *
 * @param method in capitals
 * @param path   with its templates
 */
record ApiOperation(String method, String path, JsonNode node) {

    String id() {
        return node.path("operationId").asText();
    }

    Stream<JsonNode> parameters() {
        return Json.stream(node.path("parameters"));
    }

    Stream<MediaExample> requestMedia() {
        return MediaExample.of(id(), node.at("/requestBody/content"));
    }

    Stream<RequestExample> requestExamples() {
        return requestMedia()
                .map(example -> new RequestExample(
                        id(), method, samplePath(), example.mediaType(), example.name(), example.text()));
    }

    /** The path with the parameters' examples in the templates' places. */
    private String samplePath() {
        return parameters()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .reduce(
                        path,
                        (path, parameter) -> path.replace(
                                "{" + parameter.path("name").asText() + "}",
                                URLEncoder.encode(parameter.path("example").asText(), StandardCharsets.UTF_8)),
                        (one, other) -> other);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
