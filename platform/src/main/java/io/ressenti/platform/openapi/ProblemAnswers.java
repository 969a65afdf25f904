package io.ressenti.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.platform.problem.Problem;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * The answers to requests that go wrong, the same for every operation. An operation may describe one in its own words, with or
 * without examples: then only what is missing is added.
 */
final class ProblemAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemAnswers() {}

    /** Adds the shared answers, and the schema of a problem, to the document's components. */
    static void addTo(OpenAPI document) {
        ProblemSchema.addTo(document.getComponents());
        Arrays.stream(StandardProblem.values())
                .forEach(problem -> document.getComponents().addResponse(problem.componentName(), shared(problem)));
    }

    /** Gives {@code operation} every answer that it can have. */
    static void complete(Operation operation) {
        var answers = operation.getResponses();
        for (var problem : StandardProblem.values()) {
            if (problem.mayAnswer(operation)
                    && (problem.isAlwaysTheSame() || !answers.hasAPIResponse(problem.status()))) {
                answers.addAPIResponse(
                        problem.status(), OASFactory.createAPIResponse().ref(problem.componentName()));
            }
        }
        answers.getAPIResponses().forEach((status, answer) -> {
            if (isProblem(status) && answer.getRef() == null) {
                describe(answer, status);
            }
        });
    }

    private static boolean isProblem(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    /** Adds the problem beside what else the operation may answer with this status. */
    private static void describe(APIResponse answer, String status) {
        if (answer.getContent() == null) {
            answer.setContent(OASFactory.createContent());
        }
        var content = answer.getContent();
        if (!content.hasMediaType(Problem.MEDIA_TYPE)) {
            content.addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType());
        }
        var media = content.getMediaType(Problem.MEDIA_TYPE).schema(ProblemSchema.reference());
        if (media.getExamples() == null) {
            StandardProblem.ofStatus(status).ifPresent(problem -> media.addExample(problem.kind(), example(problem)));
        }
    }

    private static APIResponse shared(StandardProblem problem) {
        var media = OASFactory.createMediaType()
                .schema(ProblemSchema.reference())
                .addExample(problem.kind(), example(problem));
        return OASFactory.createAPIResponse()
                .description(problem.meaning())
                .headers(problem.headers().orElse(null))
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, media));
    }

    private static Example example(StandardProblem problem) {
        return OASFactory.createExample().value(JSON.convertValue(problem.example(), Object.class));
    }
}
