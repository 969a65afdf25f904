package io.ressenti.embedded.testing.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A service's OpenAPI document, as it serves it. Each check returns what is wrong; nothing where all is well. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final String text;
    private final JsonNode root;
    private final DocumentSchemas schemas;
    private final List<ApiOperation> operations;

    private ApiDocument(String text, JsonNode root) {
        this.text = text;
        this.root = root;
        this.schemas = new DocumentSchemas(root);
        this.operations = readOperations(root);
    }

    /** The document in {@code json}. */
    public static ApiDocument read(String json) {
        try {
            return new ApiDocument(json, new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError("the document is not JSON", e);
        }
    }

    /** Where it is not OpenAPI 3.1, or one of its schemas not JSON Schema 2020-12. */
    public List<String> invalid() {
        var options = new ParseOptions();
        options.setResolve(true);
        List<String> flaws = new ArrayList<>(
                new OpenAPIV3Parser().readContents(text, null, options).getMessages());
        if (!root.path("openapi").asText().startsWith("3.1.")) {
            flaws.add("openapi is " + root.path("openapi"));
        }
        flaws.addAll(schemas.invalid());
        return flaws;
    }

    /** What an operation does not say of itself. */
    public List<String> incomplete() {
        var completeness = new Completeness(root);
        return Stream.concat(
                        completeness.ofDocument(operations), operations.stream().flatMap(completeness::of))
                .toList();
    }

    /** Examples that their own schema refuses. */
    public List<String> wrongExamples() {
        return examples().stream()
                .flatMap(example -> schemas.refusals(example.schema(), example.values()).stream()
                        .map(refusal -> example + ": " + refusal))
                .toList();
    }

    /** Every example of a request's body. */
    public List<RequestExample> requestExamples() {
        return operations.stream().flatMap(ApiOperation::requestExamples).toList();
    }

    /** Where {@code answer}, which the service gave to {@code example}, is not what the document says of it. */
    public List<String> wrongAnswer(RequestExample example, HttpResponse<String> answer) {
        var operation = operations.stream()
                .filter(candidate -> candidate.id().equals(example.operationId()))
                .findFirst()
                .orElseThrow();
        var mediaType = answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        var documented = resolve(operation.node().path("responses").path(String.valueOf(answer.statusCode())));
        var media = documented.path("content").path(mediaType);
        return media.isMissingNode()
                ? List.of(
                        example + " does not document " + answer.statusCode() + " " + mediaType + ": " + answer.body())
                : schemas.refusals(media.path("schema"), List.of(Json.read(answer.body())));
    }

    private List<MediaExample> examples() {
        var requests = operations.stream().flatMap(ApiOperation::requestMedia);
        var answers = operations.stream()
                .flatMap(operation -> Json.stream(operation.node().path("responses")))
                .map(this::resolve)
                .flatMap(answer -> MediaExample.of("answer", answer.path("content")));
        return Stream.concat(requests, answers).toList();
    }

    private JsonNode resolve(JsonNode node) {
        var reference = node.path("$ref").asText("");
        return reference.isEmpty() ? node : root.at(reference.substring(1));
    }

    private static List<ApiOperation> readOperations(JsonNode root) {
        return Json.fields(root.path("paths"))
                .flatMap(path -> Json.fields(path.getValue())
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new ApiOperation(
                                operation.getKey().toUpperCase(), path.getKey(), operation.getValue())))
                .toList();
    }
}
