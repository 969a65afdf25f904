package io.ressenti.touchpoint.ingestion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ressenti.platform.http.ClientGoneException;
import io.ressenti.platform.problem.Failures;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionException;

/** A stream could not be taken in to its end. */
final class BrokenOffException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int RETRY_AFTER_SECONDS = 2;

    private final long confirmedLines;

    /**
     * @param cause          why it ended
     * @param confirmedLines so many lines from the beginning were taken in, or are kept as rejected
     */
    BrokenOffException(Throwable cause, long confirmedLines) {
        super(cause instanceof CompletionException ? cause.getCause() : cause);
        this.confirmedLines = confirmedLines;
    }

    /**
     * The problem, with how far it went.
     *
     * @param confirmedLines so many lines from the beginning need not be sent again
     */
    record View(@JsonUnwrapped Problem problem, long confirmedLines) {}

    /** What the client is told; a fault of ours goes on as it is. */
    Response answer() {
        return switch (getCause()) {
            case ProblemException known -> answer(known.problem()).build();
            case ClientGoneException nobodyReadsIt ->
                answer(Problem.malformed("The stream broke off.")).build();
            case Throwable passing
            when Failures.isUnavailable(passing) ->
                answer(Problem.unavailable())
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build();
            case Throwable fault -> throw new IllegalStateException("a stream could not be taken in", fault);
        };
    }

    private Response.ResponseBuilder answer(Problem problem) {
        var told = Problem.of(
                        problem.status(),
                        problem.kind(),
                        problem.title(),
                        problem.detail() + " The first " + confirmedLines
                                + " lines of the stream were taken in; go on from there, or send all again: each event counts once.")
                .withErrors(problem.errors());
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(new View(told, confirmedLines));
    }
}
