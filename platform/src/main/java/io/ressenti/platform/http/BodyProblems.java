package io.ressenti.platform.http;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;

/** What can be wrong with a body before anybody has looked at what it says. */
final class BodyProblems {

    private BodyProblems() {}

    static ProblemException tooLarge() {
        return new ProblemException(Problem.tooLarge("5 MB"));
    }

    static ProblemException tooSlow() {
        return new ProblemException(
                Problem.of(
                        408,
                        "too-slow",
                        "The body did not arrive in time",
                        "The service waited for the rest of the body in vain. Send it again, in smaller requests if the network is slow."));
    }

    static ProblemException corrupt(ContentCoding coding) {
        return new ProblemException(Problem.malformed("The body is not valid " + coding.token()
                + ", or it breaks off. Compress it again, or send it without Content-Encoding."));
    }

    static Problem unknownCoding() {
        return Problem.of(
                415,
                "unsupported-content-encoding",
                "Not in this encoding",
                "Content-Encoding may be one of " + ContentCoding.ACCEPTED
                        + ", once. Send the body as one of these, or without.");
    }
}
