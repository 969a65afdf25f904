package io.ressenti.platform.openapi;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** The problems that any operation may answer with; the examples are made as the services make the real ones. */
enum StandardProblem {
    MALFORMED(
            "BadRequest",
            "The request cannot be read: not JSON, not UTF-8, an unknown field, a value of the wrong type.",
            Problem.malformed("Unknown field \"tims\". Remove it, or use one of: at, text, times.")
                    .withErrors(List.of(new Violation(
                            "/tims", "Unknown field \"tims\". Remove it, or use one of: at, text, times."))),
            StandardProblem::hasBody),
    UNAUTHORIZED(
            "Unauthorized", "No key or token, or one that is not valid here.", Problem.unauthorized(), any -> true),
    FORBIDDEN("Forbidden", "The key or token lacks the role, or names no brand.", Problem.forbidden(), any -> true),
    NOT_FOUND(
            "NotFound",
            "There is no such thing for this brand.",
            Problem.notFound("There is no such thing. The list that it would stand in shows what there is."),
            own -> false),
    CONFLICT(
            "Conflict",
            "The request contradicts the current state.",
            Problem.conflict("Somebody else has changed it. Read it again, and decide anew."),
            own -> false),
    PRECONDITION(
            "PreconditionFailed",
            "It has changed since the client read it.",
            Problem.preconditionFailed("It is at revision 3, which If-Match does not name. Read it again, decide anew,"
                    + " and send If-Match with the ETag that you get."),
            own -> false),
    TOO_LARGE(
            "TooLarge",
            "The body is larger than is taken at once.",
            Problem.tooLarge("5 MB"),
            StandardProblem::hasBody),
    MEDIA_TYPE(
            "UnsupportedMediaType",
            "The body's Content-Type is not one of this operation's.",
            Problem.unsupportedMediaType(),
            StandardProblem::hasBody),
    INVALID(
            "Invalid",
            "The request can be read and breaks a rule; `errors` names each place.",
            Problem.invalid("", "The parameter limit must be a whole number from 1 to 200."),
            any -> true),
    UNAVAILABLE(
            "Unavailable",
            "Kafka or PostgreSQL is away. Nothing was confirmed; the same request may be sent again.",
            Problem.unavailable(),
            any -> true);

    private final String componentName;
    private final String meaning;
    private final Problem example;
    private final Predicate<Operation> answers;

    StandardProblem(String componentName, String meaning, Problem example, Predicate<Operation> answers) {
        this.componentName = componentName;
        this.meaning = meaning;
        this.example = example;
        this.answers = answers;
    }

    /** The one with this status. */
    static Optional<StandardProblem> ofStatus(String status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status().equals(status))
                .findFirst();
    }

    /** Whether it needs no word of the operation to say that it may happen. */
    boolean mayAnswer(Operation operation) {
        return answers.test(operation);
    }

    /** Whether no operation has anything of its own to say about it. */
    boolean isAlwaysTheSame() {
        return this == UNAUTHORIZED || this == FORBIDDEN;
    }

    String componentName() {
        return componentName;
    }

    String meaning() {
        return meaning;
    }

    Problem example() {
        return example;
    }

    String status() {
        return String.valueOf(example.status());
    }

    /** The last part of its type. */
    String kind() {
        return example.kind();
    }

    /** Headers that come with it. */
    Optional<Map<String, Header>> headers() {
        return switch (this) {
            case UNAUTHORIZED -> header(HttpHeaders.WWW_AUTHENTICATE, SchemaType.STRING, "`Bearer`.");
            case UNAVAILABLE ->
                header(HttpHeaders.RETRY_AFTER, SchemaType.INTEGER, "Seconds to wait before trying again.");
            default -> Optional.empty();
        };
    }

    private static Optional<Map<String, Header>> header(String name, SchemaType type, String description) {
        var schema = OASFactory.createSchema().type(List.of(type));
        return Optional.of(
                Map.of(name, OASFactory.createHeader().description(description).schema(schema)));
    }

    private static boolean hasBody(Operation operation) {
        return operation.getRequestBody() != null;
    }
}
