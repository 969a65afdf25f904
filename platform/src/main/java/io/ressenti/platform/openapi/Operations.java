package io.ressenti.platform.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says of operations what their methods cannot. */
final class Operations {

    private static final List<String> SUCCESSES = List.of("200", "201", "202");

    private Operations() {}

    /** Gives every operation the words of its parameters, and all its answers, in the order of their status. */
    static void complete(OpenAPI document, Words words) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .values()
                .forEach(operation -> complete(path, operation, words)));
    }

    private static void complete(String path, Operation operation, Words words) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> words.describe(path, parameter));
        }
        ProblemAnswers.complete(operation);
        shareContent(operation.getResponses().getAPIResponses());
        operation
                .getResponses()
                .setAPIResponses(new LinkedHashMap<>(
                        new TreeMap<>(operation.getResponses().getAPIResponses())));
    }

    /** However an operation succeeds (200, 201, 202), it answers with the same thing: it needs to be named once. */
    private static void shareContent(Map<String, APIResponse> answers) {
        var named = SUCCESSES.stream()
                .map(answers::get)
                .filter(Operations::hasSchema)
                .findFirst();
        named.ifPresent(answer -> SUCCESSES.stream()
                .map(answers::get)
                .filter(other -> other != null && !hasSchema(other))
                .forEach(other -> other.setContent(answer.getContent())));
    }

    private static boolean hasSchema(APIResponse answer) {
        return answer != null && answer.getContent() != null && hasSchema(answer.getContent());
    }

    private static boolean hasSchema(Content content) {
        return content.getMediaTypes().values().stream().anyMatch(media -> media.getSchema() != null);
    }
}
