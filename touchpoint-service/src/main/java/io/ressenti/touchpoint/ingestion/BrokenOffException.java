package io.ressenti.touchpoint.ingestion;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

    private static final int UNAVAILABLE = 503;

    private final long confirmedLines;
    private final boolean isDry;

    /**
     * @param cause          why it ended
     * @param confirmedLines so many lines from the beginning were taken in, or are kept as rejected
     * @param isDry          whether they only would be
     */
    BrokenOffException(Throwable cause, long confirmedLines, boolean isDry) {
        super(cause instanceof CompletionException ? cause.getCause() : cause);
        this.confirmedLines = confirmedLines;
        this.isDry = isDry;
    }

    /**
     * The problem, with how far it went.
     *
     * @param confirmedLines so many lines from the beginning need not be sent again
     */
    @RegisterForReflection
    record View(@JsonUnwrapped Problem problem, long confirmedLines) {}

    /** What the client is told; a fault of ours goes on as it is. */
    Response answer() {
        return switch (getCause()) {
            case ProblemException known -> answer(known.problem());
            case ClientGoneException nobodyReadsIt -> answer(Problem.malformed("The stream broke off."));
            case Throwable passing when Failures.isUnavailable(passing) -> answer(Problem.unavailable());
            case Throwable fault -> throw new IllegalStateException("a stream could not be taken in", fault);
        };
    }

    private Response answer(Problem problem) {
        var told = Problem.of(problem.status(), problem.kind(), problem.title(), problem.detail() + howFar())
                .withErrors(problem.errors());
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(new View(told, confirmedLines));
        return problem.status() == UNAVAILABLE
                ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build()
                : answer.build();
    }

    private String howFar() {
        if (confirmedLines == 0) {
            return "";
        }
        return " The first " + confirmedLines + " lines of the stream "
                + (isDry ? "would be taken in or rejected" : "were taken in, or are kept as rejected")
                + "; go on from there, or send all again: each event counts once.";
    }
}
