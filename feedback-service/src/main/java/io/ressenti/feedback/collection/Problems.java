package io.ressenti.feedback.collection;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.Violation;
import java.util.List;

/** The problems that only feedback has. */
final class Problems {

    private Problems() {}

    /** 422: the catalogue does not have the touchpoint, or its news has not arrived here. */
    static Problem unknownTouchpoint(String code) {
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
}
