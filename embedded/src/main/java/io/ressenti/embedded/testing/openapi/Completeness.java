package io.ressenti.embedded.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a document must say, so that a client application's developer needs nothing else. */
final class Completeness {

    private static final List<String> ALWAYS = List.of("401", "403", "422", "503");
    private static final List<String> WITH_BODY = List.of("400", "413", "415");
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode root;
    private final Set<String> describedTags;

    Completeness(JsonNode root) {
        this.root = root;
        this.describedTags = Json.stream(root.path("tags"))
                .filter(tag -> tag.hasNonNull("description"))
                .map(tag -> tag.path("name").asText())
                .collect(Collectors.toSet());
    }

    Stream<String> ofDocument(List<ApiOperation> operations) {
        var ids = new HashSet<String>();
        return Stream.of(
                        Stream.of("/info/title", "/info/version", "/info/description", "/info/license", "/info/contact")
                                .filter(place -> root.at(place).isMissingNode())
                                .map(place -> place + " is missing"),
                        operations.stream()
                                .filter(operation -> !ids.add(operation.id()))
                                .map(operation -> operation + ": its operationId is taken or missing"),
                        Json.fields(root.at("/components/schemas")).flatMap(Completeness::undescribed))
                .flatMap(flaws -> flaws);
    }

    Stream<String> of(ApiOperation operation) {
        var node = operation.node();
        return Stream.of(
                        missing(node, "summary"),
                        missing(node, "security"),
                        tags(node),
                        operation.parameters().flatMap(Completeness::parameter),
                        body(node.path("requestBody")),
                        answers(node))
                .flatMap(flaws -> flaws)
                .map(flaw -> operation + ": " + flaw);
    }

    private Stream<String> tags(JsonNode operation) {
        var names = Json.stream(operation.path("tags")).map(JsonNode::asText).toList();
        return names.isEmpty()
                ? Stream.of("it has no tag")
                : names.stream()
                        .filter(name -> !describedTags.contains(name))
                        .map(name -> "nothing describes tag " + name);
    }

    private static Stream<String> parameter(JsonNode parameter) {
        var name = parameter.path("name").asText();
        var path = parameter.path("in").asText().equals("path");
        return Stream.of(
                        missing(parameter, "description"),
                        missing(parameter, "schema"),
                        path ? missing(parameter, "example") : Stream.<String>empty())
                .flatMap(flaws -> flaws)
                .map(flaw -> "parameter " + name + ": " + flaw);
    }

    private static Stream<String> body(JsonNode body) {
        return Json.fields(body.path("content"))
                .flatMap(media -> Stream.of(missing(media.getValue(), "schema"), missing(media.getValue(), "examples"))
                        .flatMap(flaws -> flaws)
                        .map(flaw -> "body as " + media.getKey() + ": " + flaw));
    }

    private Stream<String> answers(JsonNode operation) {
        var answers = operation.path("responses");
        var expected =
                operation.has("requestBody") ? Stream.concat(ALWAYS.stream(), WITH_BODY.stream()) : ALWAYS.stream();
        return Stream.concat(
                expected.filter(status -> !answers.has(status)).map(status -> "it has no answer " + status),
                Json.fields(answers).flatMap(this::answer));
    }

    private Stream<String> answer(Map.Entry<String, JsonNode> entry) {
        var status = entry.getKey();
        var answer = entry.getValue().has("$ref")
                ? root.at(entry.getValue().path("$ref").asText().substring(1))
                : entry.getValue();
        var problem = answer.path("content").path(PROBLEM);
        var said = answer.path("description").asText();
        return Stream.of(
                        said.isEmpty() || said.equals("OK") ? Stream.of("no description") : Stream.<String>empty(),
                        status.startsWith("2") && !status.equals("204") ? schemas(answer) : Stream.<String>empty(),
                        status.startsWith("2")
                                ? Stream.<String>empty()
                                : Stream.concat(missing(problem, "schema"), missing(problem, "examples")))
                .flatMap(flaws -> flaws)
                .map(flaw -> "answer " + status + ": " + flaw);
    }

    private static Stream<String> schemas(JsonNode answer) {
        return answer.path("content").isEmpty()
                ? Stream.of("no content")
                : Json.stream(answer.path("content")).flatMap(media -> missing(media, "schema"));
    }

    private static Stream<String> undescribed(Map.Entry<String, JsonNode> schema) {
        return Json.fields(schema.getValue().path("properties"))
                .filter(property -> !property.getValue().has("description"))
                .map(property -> schema.getKey() + "." + property.getKey() + " has no description");
    }

    private static Stream<String> missing(JsonNode node, String field) {
        return node.hasNonNull(field) ? Stream.empty() : Stream.of("no " + field);
    }
}
