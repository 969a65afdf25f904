package io.ressenti.feedback.collection;

import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The problems that only feedback has. */
final class Problems {

    private Problems() {}

    /** The problem that {@code outcome} is for whoever sent {@code feedback}; empty where it is none. */
    static Optional<Problem> of(Outcome outcome, FeedbackRecorded feedback) {
        return switch (outcome) {
            case CREATED, DUPLICATE -> Optional.empty();
            case UNKNOWN_TOUCHPOINT -> Optional.of(unknownTouchpoint(feedback.touchpoint()));
            case ERASED -> Optional.of(erasedMeanwhile());
        };
    }

    /** 422: the catalogue does not have the touchpoint, or its news has not arrived here. */
    private static Problem unknownTouchpoint(String code) {
        var message = "The catalogue has no touchpoint \"" + code + "\". Add it with PUT /api/v1/catalogue/touchpoints/"
                + code + " and send this again; a touchpoint just added is known here within a second or two.";
        return Problem.of(422, "unknown-touchpoint", "The touchpoint is not in the catalogue", message)
                .withErrors(List.of(new Violation("/touchpoint", message)));
    }

    /** 413: one piece of feedback is larger than an event may be. */
    static Problem tooLargeToPublish() {
        return Problem.of(
                413,
                "too-large",
                "The feedback is too large",
                "One piece of feedback may take up 512 KiB. Shorten its texts.");
    }

    /** 409: the customer was erased between the request's arrival and its being stored. */
    private static Problem erasedMeanwhile() {
        return Problem.of(
                409,
                "customer-erased",
                "The customer has just been erased",
                "The customer was erased while this was on its way, and nothing was kept. Send it again if it was said"
                        + " after the erasure.");
    }

    /** 409: what was stated so long ago stays as it is. */
    static Problem locked(Instant since) {
        return Problem.of(
                409,
                "locked",
                "The feedback can no longer be amended",
                "It has been locked since " + since + ". Record what the customer says now as feedback of its own.");
    }

    /** 412: somebody else amended it since it was read. */
    static Problem amendedMeanwhile(int revision) {
        return Problem.preconditionFailed("It is at revision " + revision + ", which If-Match does not name. Read it"
                + " again, decide anew, and send If-Match with the ETag that you get.");
    }

    /** 404. */
    static ProblemException unknownFeedback() {
        return new ProblemException(
                Problem.notFound("There is no feedback with this source and id. Look for it in the list."));
    }
}
