package io.ressenti.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.ressenti.platform.http.ClientGoneException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. */
public class ExceptionTable {

    private static final Logger LOG = Logger.getLogger(ExceptionTable.class);

    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    public Response problem(ProblemException failure) {
        return answer(failure.problem());
    }

    @ServerExceptionMapper
    public Response json(MismatchedInputException failure) {
        return answer(JsonProblems.of(failure));
    }

    @ServerExceptionMapper
    public Response json(JacksonException failure) {
        return answer(JsonProblems.of(failure));
    }

    @ServerExceptionMapper
    public Response encoding(CharConversionException failure) {
        return answer(Problem.malformed("The body is not UTF-8. Send JSON in UTF-8."));
    }

    /** Nobody is left to read it: no fault of ours, and nothing to log. */
    @ServerExceptionMapper
    public Response gone(ClientGoneException failure) {
        return answer(Problem.malformed("The request broke off. Send it again."));
    }

    @ServerExceptionMapper
    public Response constraints(ConstraintViolationException failure) {
        List<Violation> violations = failure.getConstraintViolations().stream()
                // the method and the argument: the body starts below them
                .map(violation -> Constraints.violation(violation, 2))
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
        return answer(Problem.invalid(violations));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(SecurityException failure) {
        return Response.fromResponse(answer(Problem.unauthorized()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure) {
        return answer(Problem.forbidden());
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure) {
        if (failure.getCause() instanceof JacksonException json) {
            return answer(JsonProblems.of(json));
        }
        var status = failure.getResponse().getStatus();
        return status >= 500 ? unexpected(failure) : answer(forStatus(status));
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        if (Failures.isUnavailable(failure)) {
            LOG.warnf("event=request.unavailable reason=%s", failure.getClass().getSimpleName());
            return Response.fromResponse(answer(Problem.unavailable()))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        if (isMediaType(failure)) {
            return answer(forStatus(415));
        }
        var incident = UUID.randomUUID();
        LOG.errorf(failure, "event=request.failed incident=%s", incident);
        return answer(Problem.of(
                500,
                "internal",
                "Something broke on our side",
                "Nothing was confirmed. Try again later; if it stays, report incident " + incident + "."));
    }

    /** What Quarkus throws where Content-Type is not a media type at all. */
    private static boolean isMediaType(Throwable failure) {
        return failure instanceof IllegalArgumentException
                && failure.getMessage() != null
                && failure.getMessage().startsWith("Failed to parse media type");
    }

    private static Problem forStatus(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("Nothing lives at this path. /q/openapi lists what does.");
            case 405 ->
                Problem.of(
                        405,
                        "method-not-allowed",
                        "Not this method",
                        "This path answers to other methods; see /q/openapi.");
            case 406 ->
                Problem.of(
                        406,
                        "not-acceptable",
                        "Not in this format",
                        "Accept application/json, or what /q/openapi names.");
            case 413 -> Problem.tooLarge("5 MB");
            case 415 -> Problem.unsupportedMediaType();
            default ->
                Problem.of(status, "bad-request", "The request is wrong", "Compare the request with /q/openapi.");
        };
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
